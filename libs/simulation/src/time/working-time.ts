import {
  type Calendar,
  type Day,
  addDays,
  calendarOn,
  daysBetween,
  isWeekend,
  millisOf,
  whyNotWorking,
} from '@front-door/calendar'
import type { Chance } from '../chance/chance.js'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const OPENS = 8.5 * HOUR
const CLOSES = 17.25 * HOUR

/** When people are at work. Times are milliseconds since 1970; days are those of London. */
export interface WorkingTime {
  dayOf(at: number): Day
  isWorkingDay(at: number): boolean
  /** Whether the offices are open; otherwise it is for the emergency duty team. */
  isOpen(at: number): boolean
  /** A time in office hours, so many working days later: 0 is later the same day, if there is enough left of it. */
  later(at: number, workingDays: number, chance: Chance): number
  /** The same time if the offices are open then, or early on the next working day. */
  whenOpen(at: number, chance: Chance): number
  /** Some time in office hours of a day, or of the next working day. */
  onDay(day: Day, chance: Chance): number
  /** Working days from the one to the other: the first day is day 0. */
  elapsed(from: number, to: number): number
  /** When that day begins. */
  midnight(day: Day): number
}

/** Days beyond what a calendar knows count as working unless they are weekends: nothing is ever recorded on them. */
export function workingTime(calendars: readonly Calendar[], first: Day, last: Day): WorkingTime {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
  const midnights = Float64Array.from(days, (day) => millisOf(day))
  const working = days.map((day) => isWorking(calendars, day))
  let sum = 0
  const counted = Int32Array.from(working, (each) => (sum += each ? 1 : 0))
  const start = midnights[0] ?? 0

  const midnightOf = (index: number) => midnights[Math.min(Math.max(index, 0), days.length - 1)] ?? start
  const indexOf = (at: number) => {
    const index = Math.floor((at - start) / DAY)
    // A day in spring has 23 hours and one in autumn 25.
    return midnightOf(index + 1) <= at && index + 1 < days.length
      ? index + 1
      : midnightOf(index) > at
        ? index - 1
        : index
  }
  const nextWorking = (index: number, count: number) => {
    let day = index
    for (let left = count; day < days.length - 1; day++) if (working[day] && left-- <= 0) break
    return day
  }
  const inHours = (index: number, chance: Chance, from = OPENS) => midnightOf(index) + chance.between([from, CLOSES])
  const isOpen = (at: number) => {
    const index = indexOf(at)
    const time = at - midnightOf(index)
    return working[index] === true && time >= OPENS && time < CLOSES
  }
  const whenOpen = (at: number, chance: Chance) => {
    if (isOpen(at)) return at
    const index = indexOf(at)
    const next = nextWorking(at - midnightOf(index) >= CLOSES ? index + 1 : index, 0)
    return midnightOf(next) + OPENS + chance.between([0, 1.5 * HOUR])
  }
  return {
    dayOf: (at) => days[indexOf(at)] ?? last,
    isWorkingDay: (at) => working[indexOf(at)] === true,
    isOpen,
    whenOpen,
    later(at, workingDays, chance) {
      const index = indexOf(at)
      if (workingDays > 0) return inHours(nextWorking(index + 1, workingDays - 1), chance)
      const from = Math.max(at, midnightOf(index) + OPENS)
      const left = midnightOf(index) + CLOSES - from
      return working[index] && left > HOUR / 2 ? from + chance.between([0.1, 0.9]) * left : whenOpen(at, chance)
    },
    elapsed: (from, to) => (counted[indexOf(to)] ?? 0) - (counted[indexOf(from)] ?? 0),
    onDay: (day, chance) => inHours(nextWorking(daysBetween(first, day), 0), chance),
    midnight: (day) => midnightOf(daysBetween(first, day)),
  }
}

function isWorking(calendars: readonly Calendar[], day: Day): boolean {
  const calendar = calendarOn(calendars, day)
  return day > calendar.last ? !isWeekend(day) : whyNotWorking(calendar, day) === undefined
}
