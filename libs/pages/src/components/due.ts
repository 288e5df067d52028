import {
  BeyondCalendar,
  type Calendar,
  type Day,
  type Limit,
  type Moment,
  dayOf,
  daysBetween,
  hasTime,
  inWords,
  isBefore,
  millisOf,
  workingDaysBetween,
} from '@front-door/calendar'

/** How something stands, in words first: the colour only repeats them. */
export interface Tag {
  readonly text: string
  readonly colour: 'red' | 'yellow' | 'green' | 'blue' | 'grey' | 'purple'
}

/** How far off something due is, or how long overdue: "2 working days overdue", "due today", "3 hours left". */
export function dueTag(due: Moment, now: Moment, calendar: Calendar, unit: keyof AnyLimit = 'workingDays'): Tag {
  if (hasTime(due) && hasTime(now)) return byTheClock(millisOf(due) - millisOf(now))
  const [last, today] = [dayOf(due), dayOf(now)]
  if (last === today) return { text: 'Due today', colour: 'yellow' }
  const count = daysOff(today, last, calendar, unit)
  if (isBefore(today, last)) return { text: `${count} left`, colour: 'grey' }
  return { text: count.startsWith('0 ') ? `Overdue since ${inWords(last)}` : `${count} overdue`, colour: 'red' }
}

type AnyLimit = { workingDays: 1; days: 1; months: 1; hours: 1 }

export function unitOf(limit: Limit): keyof AnyLimit {
  if ('workingDays' in limit) return 'workingDays'
  if ('hours' in limit) return 'hours'
  return 'days' in limit ? 'days' : 'months'
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function byTheClock(left: number): Tag {
  const off = Math.abs(left)
  const length =
    off < HOUR
      ? plural(Math.ceil(off / MINUTE), 'minute')
      : off < 48 * HOUR
        ? plural(Math.floor(off / HOUR), 'hour')
        : plural(Math.floor(off / (24 * HOUR)), 'day')
  if (left < 0) return { text: `${length} overdue`, colour: 'red' }
  return { text: `${length} left`, colour: left < HOUR ? 'yellow' : 'grey' }
}

function daysOff(today: Day, due: Day, calendar: Calendar, unit: keyof AnyLimit): string {
  if (unit !== 'workingDays') return plural(Math.abs(daysBetween(today, due)), 'day')
  try {
    return plural(Math.abs(workingDaysBetween(today, due, calendar)), 'working day')
  } catch (error) {
    if (error instanceof BeyondCalendar) return plural(Math.abs(daysBetween(today, due)), 'day')
    throw error
  }
}

export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`
}
