import { missingFrom, nextFor } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../testing/browser.js'
import { aCase, agreed } from '../../testing/case.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import { missingShown } from './items.js'
import { nextShown } from './next-acts.js'

const child = aCase().history().state
const now = '2025-07-07T09:00:00.000Z'
const shownTo = (role: string) =>
  nextShown(child, nextFor(child, now, agreed), {
    role,
    now,
    calendars: agreed.calendars,
    href: ({ act, about }) => `/children/A1/acts/${act}${about ? `?about=${about}` : ''}`,
  })
const page = (role: string) => renderedMacro('components/next-acts.njk', 'nextActs', shownTo(role))

describe('what may happen next', () => {
  it('is a link for what the reader may do, and a name with who may for the rest', () => {
    const html = page('social-worker')
    expect(html).toMatch(/<a [^>]*href="\/children\/A1\/acts\/complete-assessment\?about=[^"]+"/)
    expect(html).not.toContain('/acts/allocate-case')
    expect(wordsOf(html)).toContain('Allocate a case to a worker 30 days overdue For a team manager')
    expect(page('team-manager')).toContain('/acts/allocate-case')
    expect(flawsIn(html)).toEqual([])
  })

  it('names an act once, with each thing it may be about', () => {
    const seen = shownTo('social-worker').yours.find(({ act }) => act === 'see-child')
    expect(seen?.items.map(({ about }) => about)).toEqual(['referral of 3 June 2025', 'assessment of 6 June 2025'])
    const html = page('social-worker')
    expect(wordsOf(html).split('Record that the child was seen')).toHaveLength(2)
    expect(html).toContain(
      'aria-label="Record that the child was seen: Assessment of 6 June 2025">Assessment of 6 June 2025</a>',
    )
  })

  it('says what is missing for it', () => {
    expect(wordsOf(page('social-worker'))).toContain(
      'Complete an assessment : assessment of 6 June 2025 It is not recorded that the child was seen.',
    )
  })

  it('puts what is due first at the top', () => {
    expect(shownTo('social-worker').yours[0]?.act).toBe('inform-referrer')
  })

  it('is said plainly when nothing waits for the reader', () => {
    expect(wordsOf(page('reviewer'))).toContain('Nothing waits for somebody in your role.')
  })
})

describe('what is not on the record yet', () => {
  it('is said once, however many items lack it', () => {
    const says = missingShown([...missingFrom(child), ...missingFrom(child)])
    expect(new Set(says).size).toBe(says.length)
    expect(wordsOf(renderedMacro('components/next-acts.njk', 'missingEvidence', says))).toMatch(
      /^Not on the record yet/,
    )
  })

  it('is no empty box when nothing is', () => {
    expect(renderedMacro('components/next-acts.njk', 'missingEvidence', []).trim()).toBe('')
  })
})
