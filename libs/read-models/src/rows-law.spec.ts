import { describe, expect, it } from '@jest/globals'
import { asRecorded, eventsOf, historyOf, noHistory, remember } from '@front-door/case-flow'
import fc from 'fast-check'
import { anyEvent } from '../../case-flow/testing/arbitrary.js'
import { agreed } from '../testing/council.js'
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

  it('tell of a restricted record’s name only in the columns that are hidden with it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { board } = rowsOf(historyOf('A1', events.map(asRecorded)), identity, agreed)
        for (const row of board) expect(row.sort_name).toBe(row.restricted_to === null ? 'example robin' : '~')
      }),
    )
  })
})
