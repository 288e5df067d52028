import { addDays, addMonths } from '@front-door/calendar'
import { describe, expect, it } from '@jest/globals'
import { asRecorded, clocksOf, eventsOf, historyOf, noHistory, remember } from '@front-door/case-flow'
import fc from 'fast-check'
import { anyEvent } from '../../case-flow/testing/arbitrary.js'
import { agreed } from '../testing/council.js'
import { figureRows } from './figures/rows.js'
import { tellingOf } from './figures/telling.js'
import { rowsOf } from './index.js'

const identity = { givenName: 'Robin', familyName: 'Example' }

describe('the rows of any history', () => {
  it('are the same however often they are derived, and whether it came at once or event by event', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const recorded = events.map(asRecorded)
        const rows = rowsOf(historyOf('A1', recorded), identity, agreed)
        expect(rowsOf(historyOf('A1', recorded), identity, agreed)).toEqual(rows)
        const stepwise = recorded.reduce(remember, noHistory('A1'))
        expect(rowsOf(stepwise, identity, agreed)).toEqual(rows)
        const stored = JSON.parse(JSON.stringify(eventsOf(stepwise))) as typeof recorded
        expect(rowsOf(historyOf('A1', stored), identity, agreed)).toEqual(rows)
      }),
    )
  })

  it('say nothing in the tables of figures that depends on when they were derived', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.integer({ min: 0, max: 1500 }), (events, days) => {
        const history = historyOf('A1', events.map(asRecorded))
        const at = (now: string) => figureRows(tellingOf(history, clocksOf(history.state, now, agreed), agreed))
        expect(at(`${addDays('2024-01-01', days)}T12:00:00.000Z`)).toEqual(at('2024-01-01T12:00:00.000Z'))
      }),
    )
  })

  it('call a referral a re-referral where another came on an earlier day, at most 12 months before', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { episode } = rowsOf(historyOf('A1', events.map(asRecorded)), identity, agreed)
        for (const { received, re_referral } of episode) {
          const since = addMonths(received, -12)
          const earlier = episode.some((other) => other.received >= since && other.received < received)
          expect(re_referral).toBe(Number(earlier))
        }
      }),
    )
  })

  it('tell of a restricted record’s name only in the columns that are hidden with it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { board } = rowsOf(historyOf('A1', events.map(asRecorded)), identity, agreed)
        for (const row of board) expect(row.sort_name).toBe(row.restricted_to === null ? 'example robin' : '~')
      }),
    )
  })
})
