import { englandAndWales2028 } from '@front-door/calendar'
import { defaultPolicy } from '@front-door/policy'
import { describe, expect, it } from '@jest/globals'
import { contact, contactDecided, later } from '../../testing/steps.js'
import { Story, given } from '../../testing/story.js'
import { eventName, eventsOf, factsInWords, historyOf, trailOf } from '../index.js'

const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

const trail = (story: Story) =>
  trailOf(story.history(), ({ id }) => story.fresh.find((event) => event.id === id)?.words, agreed)

describe('a decision trail', () => {
  it('says who did what, when it happened, when it was recorded and why', () => {
    const { story } = given(contact(), contactDecided('NFA'))
    expect(trail(story).at(-1)).toMatchObject({
      name: 'Contact decided',
      occurredAt: '2025-06-02T09:01+01:00',
      recordedAt: '2025-06-02T08:01:00.000Z',
      late: false,
      worker: { id: 'the-screening-social-worker', role: 'screening-social-worker', team: 'MASH' },
      data: { outcome: 'NFA' },
      words: { reason: 'Because of what was heard.' },
      corrections: [],
    })
  })

  it('shows late entry', () => {
    const { story } = given(later(3), contact({}, { at: '2025-06-02' }), contact({}, { at: '2025-06-04' }))
    expect(
      trail(story)
        .filter(({ type }) => type === 'ContactReceived')
        .map(({ late }) => late),
    ).toEqual([true, false])
  })

  it('keeps what was corrected beside its correction', () => {
    const { story } = given(contact(), contactDecided('NFA'))
    story.do('correct-decision', (s) => ({
      event: s.eventId('ContactDecided'),
      changed: { outcome: 'SIGNPOST' },
      reason: 'A slip.',
    }))
    const lines = trail(story)
    expect(lines[2]).toMatchObject({
      data: { outcome: 'NFA' },
      corrections: [{ withdrawn: false, changed: { outcome: 'SIGNPOST' }, event: lines[3]?.event }],
    })
    expect(lines[3]).toMatchObject({ name: 'Decision corrected', words: { reason: 'A slip.' } })
  })

  it('puts codes and days in words, the council’s own where it has them', () => {
    const data = { contact: 'c', outcome: 'EH_REFERRAL' }
    expect(factsInWords('ContactDecided', data)).toEqual([{ label: 'Outcome', text: 'Early help' }])
    expect(factsInWords('ContactDecided', data, { 'contactOutcome.EH_REFERRAL': 'Family Help' })).toMatchObject([
      { text: 'Family Help' },
    ])
    expect(factsInWords('PersonRegistered', { birthDate: '2015-03-04', disabilities: ['LD', 'AUT'] })).toEqual([
      { label: 'Date of birth', text: '4 March 2015' },
      { label: 'Disabilities', text: 'Learning, Autism' },
    ])
  })

  it('says which words there were when they can no longer be read', () => {
    const { story } = given(contact())
    const [, line] = trailOf(story.history(), () => undefined, agreed)
    expect(line).toMatchObject({ said: ['concern'], words: undefined })
  })

  it('tells the story of a duplicate record in that of the one kept', () => {
    const story = new Story('A1')
      .do('register-person', {})
      .do('receive-contact', { source: '6', concern: 'Heard.' }, { child: 'B2' })
    story.run({
      ...story.command('merge-person', { into: 'A1', reason: 'Same.' }, { as: 'team-manager' }),
      children: [{ child: 'B2', input: { into: 'A1', reason: 'Same.' } }],
    })
    const both = historyOf('A1', [...eventsOf(story.history('B2')), ...eventsOf(story.history('A1'))])
    expect(trailOf(both, () => ({}), agreed).find(({ type }) => type === 'ContactReceived')?.mergedFrom).toBe('B2')
  })

  it.each([
    ['Section47Started', 'Section 47 enquiry started'],
    ['CinPlanEnded', 'Child in need plan ended'],
    ['ProtectionPlanReviewed', 'Child protection plan reviewed'],
    ['SteppedUp', 'Stepped up'],
    ['UnbornRegistered', 'Unborn child registered'],
  ])('calls %s “%s”', (type, name) => {
    expect(eventName(type)).toBe(name)
  })
})
