import { describe, expect, it } from '@jest/globals'
import { englandAndWales2028 } from '@front-door/calendar'
import { defaultPolicy } from '@front-door/policy'
import fc from 'fast-check'
import { anyEvent } from '../../testing/arbitrary.js'
import { assessed, contact, later } from '../../testing/steps.js'
import { given } from '../../testing/story.js'
import {
  asKnownAt,
  asRecorded,
  clocksOf,
  contradictions,
  eventsOf,
  historyOf,
  missingFrom,
  nextFor,
  noHistory,
  remember,
} from '../index.js'

const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

describe('remembering', () => {
  it('never refuses and never fails, whatever was recorded in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { state } = historyOf('A1', events.map(asRecorded))
        contradictions(state)
        missingFrom(state)
        clocksOf(state, '2026-11-01T09:00:00.000Z', agreed)
        nextFor(state, '2026-11-01T09:00:00.000Z', agreed)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same from events that were stored and read again', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
        const recorded = events.map(asRecorded)
        const readAgain = JSON.parse(JSON.stringify(recorded)) as typeof recorded
        expect(historyOf('A1', readAgain).state).toEqual(historyOf('A1', recorded).state)
      }),
    )
  })

  it('gives the same one event at a time as all at once', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
        const stepwise = events.map(asRecorded).reduce(remember, noHistory('A1'))
        expect(eventsOf(stepwise)).toEqual(events.map(asRecorded))
        expect(stepwise.version).toBe(events.length)
        expect(stepwise.state).toEqual(historyOf('A1', eventsOf(stepwise)).state)
      }),
    )
  })

  it('leaves the earlier history as it was', () => {
    const { story } = given(contact())
    const before = story.history()
    const copy = structuredClone(before.state)
    story.do('rate-priority', (s) => ({ about: s.the('contact'), priority: 'RED', reason: 'Harm.' }))
    expect(before.state).toEqual(copy)
    expect(before.version).toBe(2)
  })
})

describe('as known at an instant', () => {
  it('is the history of what was recorded up to then, corrections of later not applied', () => {
    const { story } = given(contact({ source: '6' }), later(10), assessed)
    story.do('correct-decision', (s) => ({
      event: s.eventId('ContactReceived'),
      changed: { source: '2A' },
      reason: 'A slip.',
    }))
    const known = asKnownAt(story.history(), '2025-06-05T00:00:00.000Z')
    expect(known.version).toBe(2)
    expect(known.state.contacts).toHaveLength(1)
    expect(known.state.contacts[0]?.source).toBe('6')
  })
})
