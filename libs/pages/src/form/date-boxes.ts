import { type Day, type Moment, dayOf, hasTime, isDay, readMoment } from '@front-door/calendar'
import type { Entries } from './asking.js'
import { clockTime, readTime } from './time.js'

export const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]
export type DateBoxes = Readonly<Record<DatePart | 'time', string>>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What stands in the boxes of a day or a moment: what was typed, else the value taken apart. */
export function boxesOf(name: string, typed: Entries | undefined, value: unknown): DateBoxes {
  const posted = typed ? typed[name] : value
  if (typed && hasBoxes(name, typed))
    return {
      day: box(typed, name, 'day'),
      month: box(typed, name, 'month'),
      year: box(typed, name, 'year'),
      time: box(typed, name, 'time'),
    }
  const moment = readMoment(posted)
  if (!moment) return { day: '', month: '', year: '', time: '' }
  const day = dayOf(moment)
  return {
    day: String(Number(day.slice(8, 10))),
    month: String(Number(day.slice(5, 7))),
    year: day.slice(0, 4),
    time: hasTime(moment) ? clockTime(moment) : '',
  }
}

/**
 * The day that three boxes say, `2026-06-04`. What names no real day is given back as it was typed, so that the
 * check refuses it; nothing typed is nothing.
 */
export function dayIn(body: Entries, name: string): Day | string | undefined {
  if (!hasBoxes(name, body)) return textOf(body[name])
  const { day, month, year } = trimmed(boxesOf(name, body, undefined))
  if (`${day}${month}${year}` === '') return undefined
  return `${year}-${twoDigits(monthNumber(month))}-${twoDigits(day)}`
}

/** The moment that the date and the time say; only a day where the time is left empty. */
export function momentIn(body: Entries, name: string): Moment | string | undefined {
  if (!hasBoxes(name, body)) return textOf(body[name])
  const day = dayIn(body, name) ?? ''
  const { time } = trimmed(boxesOf(name, body, undefined))
  if (time === '') return day === '' ? undefined : day
  const moment = `${day}T${readTime(time) ?? time}`
  return readMoment(moment) ?? moment
}

/** The boxes to mark where a day is not one: the empty ones, else those that cannot be, else all. */
export function wrongParts(boxes: DateBoxes): readonly DatePart[] {
  const { day, month, year } = trimmed(boxes)
  const empty = dateParts.filter((part) => boxes[part].trim() === '')
  if (empty.length > 0) return empty
  const wrong: DatePart[] = []
  if (!(Number(day) >= 1 && Number(day) <= 31)) wrong.push('day')
  if (!(Number(monthNumber(month)) >= 1 && Number(monthNumber(month)) <= 12)) wrong.push('month')
  if (!isDay(`${year}-01-01`)) wrong.push('year')
  return wrong.length > 0 ? wrong : dateParts
}

function hasBoxes(name: string, body: Entries): boolean {
  return [...dateParts, 'time'].some((part) => `${name}-${part}` in body)
}

function box(body: Entries, name: string, part: string): string {
  return textOf(body[`${name}-${part}`]) ?? ''
}

function trimmed({ day, month, year, time }: DateBoxes): DateBoxes {
  return { day: day.trim(), month: month.trim(), year: year.trim(), time: time.trim() }
}

/** Months may be written out: June, jun or 6. */
function monthNumber(month: string): string {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return index < 0 ? month : String(index + 1)
}

function twoDigits(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
