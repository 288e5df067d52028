import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  BeyondCalendar,
  type Calendar,
  addCalendars,
  addDays,
  calendarOn,
  dueBy,
  elapsed,
  englandAndWales2028 as calendar,
  isInTime,
  limitInWords,
  whyNotWorking,
  workingDaysBetween,
} from './index.js'

const day2012to2028 = fc.integer({ min: 0, max: 6_000 }).map((n) => addDays('2012-01-02', n))

describe('counting working days', () => {
  it.each([
    ['2025-06-02', '2025-06-02', 0],
    ['2025-06-02', '2025-06-03', 1],
    ['2025-06-06', '2025-06-09', 1],
    ['2025-06-06', '2025-06-07', 0],
    ['2025-06-07', '2025-06-09', 1],
    ['2025-12-22', '2026-01-02', 6],
    ['2026-03-27', '2026-04-09', 7],
    ['2025-05-01', '2025-07-04', 44],
    ['2025-05-01', '2025-07-07', 45],
    ['2022-09-16', '2022-09-20', 1],
    ['2023-05-05', '2023-05-09', 1],
  ])('%s to %s is %i working days', (start, end, days) => {
    expect(workingDaysBetween(start, end, calendar)).toBe(days)
  })

  it.each([
    ['2025-06-02', 1, '2025-06-03'],
    ['2025-06-02', 10, '2025-06-16'],
    ['2025-06-02', 15, '2025-06-23'],
    ['2025-06-02', 20, '2025-06-30'],
    ['2025-06-02', 45, '2025-08-04'],
    ['2026-03-27', 15, '2026-04-21'],
    ['2026-03-27', 45, '2026-06-04'],
    ['2025-12-22', 15, '2026-01-15'],
    ['2025-06-07', 1, '2025-06-09'],
  ])('%s plus %i working days is due on %s', (start, workingDays, due) => {
    expect(dueBy(start, { workingDays }, calendar).due).toBe(due)
  })

  it('shows the days counted, the days passed over and why', () => {
    const due = dueBy('2025-12-24', { workingDays: 2 }, calendar)
    expect(due).toEqual({
      start: '2025-12-24',
      limit: { workingDays: 2 },
      due: '2025-12-30',
      calendar: 'england-and-wales-2028',
      counted: ['2025-12-29', '2025-12-30'],
      notCounted: [
        { day: '2025-12-25', why: 'Christmas Day' },
        { day: '2025-12-26', why: 'Boxing Day' },
        { day: '2025-12-27', why: 'Saturday' },
        { day: '2025-12-28', why: 'Sunday' },
      ],
    })
  })

  it('counts exactly the days that are working days, for any two days', () => {
    fc.assert(
      fc.property(day2012to2028, fc.integer({ min: 0, max: 90 }), (start, length) => {
        let counted = 0
        for (let n = 1; n <= length; n++) if (!whyNotWorking(calendar, addDays(start, n))) counted++
        expect(workingDaysBetween(start, addDays(start, length), calendar)).toBe(counted)
      }),
    )
  })

  it('is in time on the due date and late on the next working day', () => {
    fc.assert(
      fc.property(day2012to2028, fc.integer({ min: 1, max: 50 }), (start, workingDays) => {
        const { due, counted } = dueBy(start, { workingDays }, calendar)
        expect(counted).toHaveLength(workingDays)
        expect(workingDaysBetween(start, due, calendar)).toBe(workingDays)
        expect(isInTime(due, due)).toBe(true)
        expect(isInTime(due, addDays(due, 1))).toBe(false)
      }),
    )
  })

  it('gives a negative count when the end comes before the start', () => {
    expect(workingDaysBetween('2025-06-09', '2025-06-06', calendar)).toBe(-1)
  })

  it.each(['2029-01-01', '2011-12-31'])('refuses to guess about %s, which the calendar does not know', (day) => {
    expect(() => workingDaysBetween('2028-12-29', day, calendar)).toThrow(BeyondCalendar)
    expect(() => whyNotWorking(calendar, day)).toThrow('Add the bank holidays of that year')
  })

  it('refuses a due date that would fall beyond the calendar', () => {
    expect(() => dueBy('2028-12-01', { workingDays: 45 }, calendar)).toThrow(BeyondCalendar)
  })
})

describe('other limits', () => {
  it('counts hours across the end of summer time by the clock that really ran', () => {
    expect(dueBy('2025-10-25T22:00+01:00', { hours: 4 }, calendar).due).toBe('2025-10-26T01:00+00:00')
    expect(dueBy('2025-03-29T22:00+00:00', { hours: 4 }, calendar).due).toBe('2025-03-30T03:00+01:00')
  })

  it('judges hours by whole days where only the day is known', () => {
    expect(dueBy('2025-06-02', { hours: 4 }, calendar).due).toBe('2025-06-02')
    expect(dueBy('2025-06-02', { hours: 72 }, calendar).due).toBe('2025-06-05')
    expect(isInTime('2025-06-02T13:00+01:00', '2025-06-02')).toBe(true)
  })

  it('uses the last day of a month that has no such day', () => {
    expect(dueBy('2025-11-30', { months: 3 }, calendar).due).toBe('2026-02-28')
    expect(dueBy('2023-11-30', { months: 3 }, calendar).due).toBe('2024-02-29')
    expect(dueBy('2025-06-02', { days: 10 }, calendar).due).toBe('2025-06-12')
  })

  it('measures in the unit of the limit', () => {
    expect(elapsed('2025-06-02T09:00+01:00', '2025-06-02T11:30+01:00', { hours: 4 }, calendar)).toBe(2.5)
    expect(elapsed('2025-06-02', '2025-09-02', { months: 3 }, calendar)).toBe(92)
    expect(elapsed('2025-06-06', '2025-06-09', { workingDays: 1 }, calendar)).toBe(1)
  })

  it.each([
    [{ workingDays: 1 }, '1 working day'],
    [{ months: 6 }, '6 months'],
    [{ hours: 4 }, '4 hours'],
  ])('says %p as %s', (limit, words) => {
    expect(limitInWords(limit)).toBe(words)
  })
})

describe("a council's own calendar", () => {
  it('adds closure days and takes days out, from an effective day on', () => {
    const { versions, problems } = addCalendars(calendar, [
      { version: 'ours', effective: '2026-10-01', add: { '2026-12-24': 'Council closed' }, remove: ['2026-12-28'] },
    ])
    expect(problems).toEqual([])
    const ours = calendarOn(versions, '2026-12-20')
    expect(whyNotWorking(ours, '2026-12-24')).toBe('Council closed')
    expect(whyNotWorking(ours, '2026-12-28')).toBeUndefined()
    expect(whyNotWorking(calendarOn(versions, '2026-09-30'), '2026-12-24')).toBeUndefined()
  })

  it('is refused whole, with every problem named', () => {
    const refused = addCalendars(calendar, [
      { version: 'ours', effective: '2011-01-01', add: { Christmas: 'x' }, last: 'never' },
    ])
    expect(refused.versions).toEqual([calendar])
    expect(refused.problems).toHaveLength(3)
    expect(addCalendars(calendar, 'x').problems).toEqual(['The calendar must be a list of versions.'])
  })
})

describe('versions of the calendar', () => {
  const funeral: Calendar = {
    ...calendar,
    version: 'with-a-late-holiday',
    effective: '2026-02-10',
    holidays: { ...calendar.holidays, '2026-02-20': 'A day of mourning' },
  }
  const versions = [calendar, funeral]

  it('leaves a clock that started before the announcement where it was', () => {
    expect(dueBy('2026-02-09', { workingDays: 10 }, calendarOn(versions, '2026-02-09')).due).toBe('2026-02-23')
    expect(dueBy('2026-02-10', { workingDays: 10 }, calendarOn(versions, '2026-02-10')).due).toBe('2026-02-25')
  })

  it('judges days before the first effective date by the first version', () => {
    expect(calendarOn(versions, '2010-01-01')).toBe(calendar)
    expect(() => calendarOn([], '2010-01-01')).toThrow('No working calendar')
  })
})
