import { englandAndWales2028, workingDaysBetween } from '@front-door/calendar'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chanceFrom } from '../chance/chance.js'
import { seedOf } from '../chance/seeded.js'
import { DAY, workingTime } from './working-time.js'

const hours = workingTime([englandAndWales2028], '2022-01-01', '2027-12-31')
const at = fc.integer({ min: Date.parse('2022-02-01'), max: Date.parse('2027-06-01') })
const chance = fc.string().map((text) => chanceFrom(seedOf(text)))

describe('Working time', () => {
  it('is never before what was waited for, and always when offices are open', () => {
    fc.assert(
      fc.property(at, chance, (time, by) => {
        const open = hours.whenOpen(time, by)
        expect(open).toBeGreaterThanOrEqual(time)
        expect(hours.isOpen(open)).toBe(true)
      }),
    )
  })

  it('some working days later is as many as the calendar counts', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 60 }), chance, (time, days, by) => {
        const later = hours.later(time, days, by)
        expect(workingDaysBetween(hours.dayOf(time), hours.dayOf(later), englandAndWales2028)).toBe(days)
        expect(hours.elapsed(time, later)).toBe(days)
      }),
    )
  })

  it('knows the day in London of every instant, also where clocks change', () => {
    fc.assert(
      fc.property(at, (time) => {
        const midnight = hours.midnight(hours.dayOf(time))
        expect(midnight).toBeLessThanOrEqual(time)
        expect(time - midnight).toBeLessThan(DAY + DAY / 24)
      }),
    )
    expect(hours.dayOf(Date.parse('2026-06-30T23:30Z'))).toBe('2026-07-01')
  })

  it('passes over Christmas', () => {
    const by = chanceFrom(seedOf('Christmas'))
    expect(hours.dayOf(hours.whenOpen(Date.parse('2026-12-24T18:00Z'), by))).toBe('2026-12-29')
  })
})
