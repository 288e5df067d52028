import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  addMonths,
  ageOn,
  dayOf,
  inWords,
  isBefore,
  isDay,
  isMoment,
  momentInWords,
  momentOf,
  readMoment,
} from './index.js'

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

describe('days', () => {
  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '1899-12-31', '', undefined, 20250101])(
    '%p is not a day',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )

  it('reads 29 February in leap years only', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2023-02-29')).toBe(false)
  })

  it('adds months and keeps to the end of a short month', () => {
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2025-12-15', 2)).toBe('2026-02-15')
  })

  it('counts age in whole years', () => {
    expect(ageOn('2015-06-05', '2026-06-04')).toBe(10)
    expect(ageOn('2015-06-05', '2026-06-05')).toBe(11)
    expect(ageOn('2026-09-01', '2026-06-05')).toBe(-1)
  })

  it('writes days as people here do', () => {
    expect(inWords('2026-06-04')).toBe('4 June 2026')
    expect(momentInWords('2026-06-04T09:32+01:00')).toBe('4 June 2026 at 9:32am')
    expect(momentInWords('2026-06-04T00:05+01:00')).toBe('4 June 2026 at 12:05am')
    expect(momentInWords('2026-06-04')).toBe('4 June 2026')
  })
})

describe('moments', () => {
  it('puts any instant on the London clock, as the time-zone database does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (date) => {
          const parts = Object.fromEntries(london.formatToParts(date).map((part) => [part.type, part.value]))
          const expected = `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
          expect(momentOf(date.getTime()).slice(0, 16)).toBe(expected)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('comes back the same when read again', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (date) => {
          const moment = momentOf(date.getTime())
          expect(readMoment(moment)).toBe(moment)
          expect(isMoment(moment)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['2026-06-04T09:32', '2026-06-04T09:32+01:00'],
    ['2026-01-04T09:32:10', '2026-01-04T09:32+00:00'],
    ['2026-06-04T08:32Z', '2026-06-04T09:32+01:00'],
    ['2026-06-04T10:32:00.000+02:00', '2026-06-04T09:32+01:00'],
    ['2026-06-30T23:30Z', '2026-07-01T00:30+01:00'],
    ['2025-10-26T01:30', '2025-10-26T01:30+01:00'],
    ['2026-06-04', '2026-06-04'],
  ])('reads %s as %s', (written, moment) => {
    expect(readMoment(written)).toBe(moment)
  })

  it.each(['yesterday', '2026-06-31', '2026-06-04T25:00', '2026-06-04 09:32', '', null])(
    'does not read %p',
    (written) => {
      expect(readMoment(written)).toBeUndefined()
    },
  )

  it('compares by day where only a day is known', () => {
    expect(isBefore('2026-06-04', '2026-06-04T09:32+01:00')).toBe(false)
    expect(isBefore('2026-06-04T09:32+01:00', '2026-06-04')).toBe(false)
    expect(isBefore('2026-06-03', '2026-06-04T09:32+01:00')).toBe(true)
    expect(isBefore('2026-06-04T09:31+01:00', '2026-06-04T09:32+01:00')).toBe(true)
    expect(dayOf('2026-06-04T09:32+01:00')).toBe('2026-06-04')
  })
})
