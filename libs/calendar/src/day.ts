/** Plain days of the Gregorian calendar, written `YYYY-MM-DD`. No clock, no time zone: a day is only a name. */
export type Day = string

const DAY = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const MS_PER_DAY = 86_400_000

/** Whether `text` is a real day (30 February is not) between 1900 and 2199. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || text.length !== 10 || !DAY.test(text)) return false
  const date = Number(text.slice(8))
  return date <= 28 || date <= lastOfMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

/** The last date of a month, January being 1. */
function lastOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1 January 1970. Two days differ by the difference of their numbers. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY
}

/** The day with this number; the inverse of `dayNumber`. */
export function fromNumber(number: number): Day {
  const date = new Date(number * MS_PER_DAY)
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Faster than to have the time written too and cut it off; days are counted very often. */
function written(year: number, month: number, date: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromNumber(dayNumber(day) + count)
}

/** Calendar days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The same day of the month, `count` months later; the last day of that month where it has no such day.
 * Child protection reviews and twelve-month look-backs are counted this way.
 */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12
  const date = Math.min(Number(day.slice(8, 10)), lastOfMonth(year, month + 1))
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
}

/** Day of the week: 0 Sunday to 6 Saturday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  const number = weekday(day)
  return number === 0 || number === 6
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The day as people here write it: `4 June 2026`. */
export function inWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/** Whole years of age on `on` of somebody born on `born`; negative before birth. */
export function ageOn(born: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
