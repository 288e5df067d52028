import { describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../testing/browser.js'
import { aCase, trailIn } from '../../testing/case.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import { trailShown } from './trail.js'

const story = aCase()
const entries = trailShown(trailIn(story), { workerName: () => 'Jo Reed' })
const rendered = (list = entries) => renderedMacro('components/trail.njk', 'trail', list)
const entryOf = (title: string) => wordsOf(rendered(entries.filter((entry) => entry.title === title)))

describe('a decision trail', () => {
  it('says what, who with role and team, when it happened, when it was recorded, and why', () => {
    expect(entryOf('Referral decided')).toBe(
      'Referral decided 5 June 2025 at 11:00am , by Jo Reed, Screening social worker, MASH ' +
        'Recorded 5 June 2025 at 11:00am Outcome Assessment Primary need Abuse, neglect and exploitation Reason for the decision Section 17.',
    )
    expect(flawsIn(rendered())).toEqual([])
  })

  it('names the people whom an entry is about', () => {
    const [line] = trailIn(story)
    if (!line) throw new Error('The story is empty.')
    const allocated = { ...line, type: 'CaseAllocated' as const, data: { to: 'sam.field', team: 'North' } }
    const [entry] = trailShown([allocated], { workerName: (id) => (id === 'sam.field' ? 'Sam Field' : id) })
    expect(entry?.facts).toContainEqual({ label: 'Allocated worker', text: 'Sam Field' })
  })

  it('names the agency that an answer came from, as it was asked or as that was corrected', () => {
    const [line] = trailIn(story)
    if (!line) throw new Error('The story is empty.')
    const asked = {
      ...line,
      event: 'Q1',
      type: 'InformationRequested' as const,
      data: { request: 'R1', agency: 'POLICE' },
    }
    const answer = { ...line, event: 'Q2', type: 'InformationReceived' as const, data: { request: 'R1' }, words: {} }
    const none = { ...answer, event: 'Q3', type: 'InformationNotReceived' as const }
    const factsIn = (lines: Parameters<typeof trailShown>[0]) => trailShown(lines).map(({ facts }) => facts)
    expect(factsIn([asked, answer, none]).slice(1)).toEqual([1, 2].map(() => [{ label: 'Agency', text: 'Police' }]))
    const correction = { event: 'Q4', at: line.occurredAt, withdrawn: false, changed: { agency: 'HEALTH' } }
    const [, corrected] = factsIn([{ ...asked, corrections: [correction] }, answer])
    expect(corrected).toEqual([{ label: 'Agency', text: 'Health' }])
    expect(factsIn([answer])).toEqual([[]])
  })

  it('names other children, each with the way to a record that opens to the reader', () => {
    const [line] = trailIn(story)
    if (!line) throw new Error('The story is empty.')
    const together = { ...line, type: 'ContactReceived' as const, data: { together: ['B2', 'C3', 'D4'] }, words: {} }
    const shown = trailShown([{ ...together, mergedFrom: 'E5' }], {
      childNamed: (id) => (id === 'B2' ? { name: 'Bo', href: '/children/B2' } : { name: 'Restricted record' }),
    })
    expect(shown[0]?.facts).toMatchObject([
      { label: 'Other children', text: 'Bo, Restricted record, Restricted record' },
    ])
    const html = rendered(shown)
    for (const link of ['<a class="govuk-link" href="/children/B2">Bo</a>, Restricted', 'href="/children/E5">E5</a>'])
      expect(html).toContain(link)
    expect(html).not.toContain('/children/C3')
  })

  it('marks what was entered late', () => {
    expect(entryOf('Contact decided')).toContain('Late entry 3 June 2025 at 10:00am')
    expect(entryOf('Referral decided')).not.toContain('Late entry')
  })

  it('keeps a mistake beside its correction, with why', () => {
    const text = entryOf('Priority rated')
    expect(text).toContain('Corrected 2 June 2025 at 9:0')
    expect(text).toContain('Priority Amber Reason for the priority Second call.')
    expect(text).toContain(
      'It is now read as: Priority Red Reason for the priority Third call. Why: One was overlooked.',
    )
  })

  it('says of what a correction emptied what stood there until then', () => {
    const other = aCase()
    const correct = (changed: Readonly<Record<string, unknown>>) =>
      other.do('correct-decision', { event: other.eventId('ContactReceived'), changed, reason: 'A slip.' })
    correct({ agency: 'Northtown', referrerName: 'A neighbour' })
    correct({ agency: null, referrerName: null, domesticAbuse: null })
    const entry = trailShown(trailIn(other)).find(({ title }) => title === 'Contact received')
    expect(entry?.corrections.at(-1)?.now).toMatchObject([
      { label: 'Domestic abuse is a concern', text: 'was “Yes”, now nothing' },
      { label: 'Agency or school', text: 'was “Northtown”, now nothing' },
      { label: 'Name of the referrer', text: 'was “A neighbour”, now nothing', sealed: true },
    ])
  })

  it('leads from a correction to what it corrects', () => {
    const correction = entries.find(({ title }) => title === 'Decision corrected')
    expect(correction?.refersTo).toEqual({ id: story.eventId('PriorityRated'), title: 'Priority rated' })
    expect(rendered()).toContain(`href="#event-${story.eventId('PriorityRated')}"`)
    expect(rendered()).toContain(`id="event-${story.eventId('PriorityRated')}"`)
  })

  it('shows words as they were typed, and nothing in them is markup', () => {
    expect(rendered()).toContain('<dd class="app-as-typed">Shouting was &lt;heard&gt;.\nTwice.</dd>')
  })

  it('says that words were erased, and keeps the decision', () => {
    const erased = trailShown(trailIn(story, ['ContactDecided']))
    const text = wordsOf(rendered(erased.filter(({ title }) => title === 'Contact decided')))
    expect(text).toContain("Outcome Referral to children's social care Reason for the decision (erased)")
    expect(text).not.toContain('Two calls')
  })

  it('says what was taken back as recorded by mistake', () => {
    const other = aCase()
    other.do('record-voice', { about: other.the('referral'), how: 'SAID', voice: 'I am fine.' })
    const event = other.eventId('ChildVoiceRecorded')
    other.do('correct-decision', { event, withdrawn: true, reason: 'Wrong child.' })
    const entry = trailShown(trailIn(other)).find(({ id }) => id === event)
    expect(entry?.withdrawn).toBe(true)
    expect(wordsOf(rendered(entry ? [entry] : []))).toMatch(
      /Recorded by mistake .* Taken back on .* Why: Wrong child\./,
    )
  })

  it('reads either way', () => {
    const titles = (newestFirst: boolean) => trailShown(trailIn(story), { newestFirst }).map(({ title }) => title)
    expect(titles(false).at(0)).toBe('Person registered')
    expect(titles(true)).toEqual(titles(false).toReversed())
  })

  it('calls codes what the council calls them', () => {
    const own = trailShown(trailIn(story), { words: { 'contactSource.6': 'The force' } })
    expect(own.flatMap(({ facts }) => facts).map(({ text }) => text)).toContain('The force')
  })
})
