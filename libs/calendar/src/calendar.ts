import { type Day, dayNumber, fromNumber, inWords, isDay, isWeekend, weekday } from './day.js'

/**
 * One version of the working calendar: Monday to Friday, less the days named here. `effective` is the first day on
 * which this version is the one to judge by; `first` and `last` bound the days it knows. A council adds a version to
 * add a closure day or a newly announced bank holiday.
 */
export interface Calendar {
  readonly version: string
  readonly effective: Day
  readonly first: Day
  readonly last: Day
  readonly holidays: Readonly<Record<Day, string>>
}

/** Asked about a day that this version of the calendar does not know. Never guessed: working days would be wrong. */
export class BeyondCalendar extends Error {
  constructor(
    readonly calendar: Calendar,
    readonly day: Day,
  ) {
    super(
      `The working calendar ${calendar.version} runs from ${inWords(calendar.first)} to ${inWords(calendar.last)} ` +
        `and does not know ${inWords(day)}. Add the bank holidays of that year to the calendar.`,
    )
  }
}

/** The version in force on a day: the latest whose effective date has come, or the first of all. */
export function calendarOn(versions: readonly Calendar[], day: Day): Calendar {
  const inForce = versions.findLast(({ effective }) => effective <= day) ?? versions[0]
  if (!inForce) throw new Error('No working calendar is configured.')
  return inForce
}

/**
 * Adds a council's own versions: `[{ "version": "2026-10", "effective": "2026-10-01", "add": { "2026-12-24": "Council closed" } }]`.
 * Each is the one before it with days added or taken out (`"remove": ["2026-12-24"]`); `last` says to which day it is now known.
 * Gives every problem as a sentence; versions are only used when there is none.
 */
export function addCalendars(
  base: Calendar,
  written: unknown,
): { versions: readonly Calendar[]; problems: readonly string[] } {
  if (!Array.isArray(written)) return { versions: [base], problems: ['The calendar must be a list of versions.'] }
  const versions = [base]
  const problems: string[] = []
  for (const entry of written as {
    version?: unknown
    effective?: unknown
    add?: object
    remove?: unknown[]
    last?: unknown
  }[]) {
    const before = versions.at(-1) ?? base
    const { version, effective, add = {}, remove = [], last = before.last } = entry
    const name = `Calendar version ${String(version)}`
    if (typeof version !== 'string') problems.push('Each calendar version needs a version name.')
    if (!isDay(effective) || effective <= before.effective)
      problems.push(
        `${name}: effective must be a day after ${before.effective}, the effective day of the version before.`,
      )
    for (const day of [...Object.keys(add), ...remove, last])
      if (!isDay(day)) problems.push(`${name}: ${String(day)} is not a day like 2026-12-24.`)
    const holidays = Object.fromEntries(
      Object.entries({ ...before.holidays, ...add }).filter(([day]) => !remove.includes(day)),
    )
    versions.push({ ...before, version: String(version), effective: String(effective), last: String(last), holidays })
  }
  return problems.length > 0 ? { versions: [base], problems } : { versions, problems }
}

/** Why the day is not a working day (`Saturday`, `Christmas Day`), or `undefined` when it is one. */
export function whyNotWorking(calendar: Calendar, day: Day): string | undefined {
  if (day < calendar.first || day > calendar.last) throw new BeyondCalendar(calendar, day)
  if (isWeekend(day)) return weekday(day) === 6 ? 'Saturday' : 'Sunday'
  return calendar.holidays[day]
}

/** Working days from the calendar's first day up to and including each day: differences count working days. */
export function workingDayIndex(calendar: Calendar): (day: Day) => number {
  const first = dayNumber(calendar.first)
  const counts = indexes.get(calendar) ?? index(calendar)
  return (day) => {
    const count = counts[dayNumber(day) - first]
    if (count === undefined) throw new BeyondCalendar(calendar, day)
    return count
  }
}

const indexes = new WeakMap<Calendar, Int32Array>()

function index(calendar: Calendar): Int32Array {
  const first = dayNumber(calendar.first)
  const counts = new Int32Array(dayNumber(calendar.last) - first + 1)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    if (!whyNotWorking(calendar, fromNumber(first + i))) sum++
    counts[i] = sum
  }
  indexes.set(calendar, counts)
  return counts
}
