import { BeyondCalendar, type Day, type Moment, calendarOn, dayOf, workingDaysBetween } from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'

export function dayOrNull(moment: Moment | undefined): Day | null {
  return moment === undefined ? null : dayOf(moment)
}

/**
 * Working days from one to the other on the calendar in force on the first (timescales.md section 2). Null where either
 * is not known, where the end is dated before the start, and where the calendar does not reach: nobody can tell.
 */
export function workingDays(from: Moment | undefined, to: Moment | undefined, { calendars }: Agreed): number | null {
  if (from === undefined || to === undefined) return null
  const [start, end] = [dayOf(from), dayOf(to)]
  if (end < start) return null
  try {
    return workingDaysBetween(start, end, calendarOn(calendars, start))
  } catch (error) {
    if (error instanceof BeyondCalendar) return null
    throw error
  }
}

/** In order of the day; of one day, in the order in which they were recorded. */
export function byDay<I>(items: readonly I[], momentOf: (item: I) => Moment): readonly I[] {
  return items.toSorted((one, other) => {
    const [a, b] = [dayOf(momentOf(one)), dayOf(momentOf(other))]
    return a < b ? -1 : a > b ? 1 : 0
  })
}
