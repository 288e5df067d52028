import { type Calendar, whyNotWorking, workingDayIndex } from './calendar.js'
import { type Day, addDays, addMonths, daysBetween } from './day.js'
import { type Moment, dayOf, hasTime, isBefore, millisOf, momentOf } from './moment.js'

/** How long something may take. Working days follow DfE's counting: the start is day 0, the end day counts. */
export type Limit =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly months: number }
  | { readonly hours: number }

/** A due date that shows how it was reached. */
export interface Due {
  readonly start: Moment
  readonly limit: Limit
  /** The last moment that is still in time; a bare day means until that day ends. */
  readonly due: Moment
  /** The version of the calendar that was counted with. */
  readonly calendar: string
  /** Working-day limits only: the days counted, day 1 first. */
  readonly counted: readonly Day[]
  /** Working-day limits only: the days passed over, and why. */
  readonly notCounted: readonly { readonly day: Day; readonly why: string }[]
}

/** Working days `d` with `from < d <= to`: 0 on the same day, negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const indexOf = workingDayIndex(calendar)
  return indexOf(to) - indexOf(from)
}

/** When something that started then is due, with the workings. Throws `BeyondCalendar` past the known years. */
export function dueBy(start: Moment, limit: Limit, calendar: Calendar): Due {
  if ('workingDays' in limit) {
    const { due, counted, notCounted } = countWorkingDays(dayOf(start), limit.workingDays, calendar)
    return { start, limit, due, calendar: calendar.version, counted, notCounted }
  }
  return { start, limit, due: plainlyAfter(start, limit), calendar: calendar.version, counted: [], notCounted: [] }
}

function plainlyAfter(start: Moment, limit: Exclude<Limit, { readonly workingDays: number }>): Moment {
  if ('days' in limit) return addDays(dayOf(start), limit.days)
  if ('months' in limit) return addMonths(dayOf(start), limit.months)
  return hoursAfter(start, limit.hours)
}

type Counted = Pick<Due, 'due' | 'counted' | 'notCounted'>

/** The same few limits are counted from the same days over and over: as many entries as days, for each limit. */
const countedBefore = new WeakMap<Calendar, Map<number, Map<Day, Counted>>>()

function countWorkingDays(start: Day, limit: number, calendar: Calendar): Counted {
  const limits = countedBefore.get(calendar) ?? new Map<number, Map<Day, Counted>>()
  countedBefore.set(calendar, limits)
  const before = limits.get(limit) ?? new Map<Day, Counted>()
  limits.set(limit, before)
  const known = before.get(start)
  if (known) return known
  const found = count(start, limit, calendar)
  before.set(start, found)
  return found
}

function count(start: Day, limit: number, calendar: Calendar): Counted {
  const counted: Day[] = []
  const notCounted: { day: Day; why: string }[] = []
  let day = start
  while (counted.length < limit) {
    day = addDays(day, 1)
    const why = whyNotWorking(calendar, day)
    if (why) notCounted.push({ day, why })
    else counted.push(day)
  }
  return { due: day, counted, notCounted }
}

/** Where only the day of the start is known, hours are judged by whole days: 4 hours is by the end of that day. */
function hoursAfter(start: Moment, hours: number): Moment {
  if (!hasTime(start)) return addDays(start, Math.floor(hours / 24))
  return momentOf(millisOf(start) + hours * 3_600_000)
}

/** How much of the limit has gone by, in the limit's own unit; hours with one decimal, months as calendar days. */
export function elapsed(start: Moment, end: Moment, limit: Limit, calendar: Calendar): number {
  if ('workingDays' in limit) return workingDaysBetween(dayOf(start), dayOf(end), calendar)
  if ('hours' in limit) return Math.round((millisOf(end) - millisOf(start)) / 360_000) / 10
  return daysBetween(dayOf(start), dayOf(end))
}

/** Whether something done at `end` was in time. */
export function isInTime(due: Moment, end: Moment): boolean {
  return !isBefore(due, end)
}

/** `45 working days`, `4 hours`. */
export function limitInWords(limit: Limit): string {
  const [unit, count] = Object.entries(limit)[0] as [string, number]
  const name = { workingDays: 'working day', days: 'day', months: 'month', hours: 'hour' }[unit]
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
