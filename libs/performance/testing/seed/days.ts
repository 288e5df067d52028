import { type Day, addDays, dueBy, daysBetween, englandAndWales2028 } from '@front-door/calendar'

export const FIRST: Day = '2017-04-01'
export const LAST: Day = '2018-03-31'

/** A day for each of some children: all of the days from the first to the last, in turn. */
export const spread = (at: number, from: Day, to: Day): Day => addDays(from, at % (daysBetween(from, to) + 1))

/** So many working days later, at least one. */
export const workingDaysAfter = (day: Day, workingDays: number): Day =>
  dueBy(day, { workingDays }, englandAndWales2028).due
