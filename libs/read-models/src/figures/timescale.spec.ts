import { describe, expect, it } from '@jest/globals'
import { later, protectionPlan } from '../../../case-flow/testing/steps.js'
import type { Story } from '../../../case-flow/testing/story.js'
import { on, openedOn, rowsIn, told } from '../../testing/told.js'

const clock = (story: Story, name: string) => rowsIn(story).timescale.filter(({ clock }) => clock === name)

describe('a timescale', () => {
  it('that runs has neither a stop nor an answer, however late it is', () => {
    const { story } = told(on('2025-06-02'), (story) => {
      story.do('receive-contact', { source: '6', concern: 'Heard.' })
    })
    const running = [
      {
        ...{ child: 'A1', clock: 'contactDecision', kind: 'contact', item: story.the('contact'), referral: null },
        ...{ number: 1, start: '2025-06-02', stop: null, due: '2025-06-03', elapsed: null, met: null, off: 0 },
      },
    ]
    expect(clock(story, 'contactDecision')).toEqual(running)
    on('2025-09-01')(story)
    story.do('correct-person-details', { sex: 'F', reason: 'Now known.' })
    expect(clock(story, 'contactDecision')).toEqual(running)
  })

  it('that has stopped says how long it took and whether that was in time', () => {
    const { story } = told(openedOn('2025-06-06'), on('2025-06-10'), (story) => {
      story.do('allocate-case', { referral: story.the('referral'), to: 'sam.field', team: 'North' })
    })
    expect(clock(story, 'referralDecision')).toMatchObject([
      { referral: story.the('referral'), start: '2025-06-06', stop: '2025-06-06', elapsed: 0, met: 1 },
    ])
    expect(clock(story, 'allocation')).toMatchObject([{ stop: '2025-06-10', elapsed: 96, met: 0 }])
  })

  it('of a plan is numbered span by span, and is off once the plan has ended', () => {
    const { story } = told(protectionPlan, later(10), (story) => {
      const plan = story.the('protectionPlan')
      story.do('make-visit', { plan, seen: true }, { as: 'social-worker' })
      story.do('end-protection-plan', { plan, ending: 'MOVED', reason: 'To another authority.' })
    })
    expect(clock(story, 'protectionVisit')).toMatchObject([
      { number: 1, start: '2025-06-02', stop: '2025-06-12', met: 1, off: 0 },
      { number: 2, start: '2025-06-12', stop: null, due: null, elapsed: null, met: null, off: 1 },
    ])
  })
})
