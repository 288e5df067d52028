import { type Day, addDays, dayNumber, inWords, isDay, weekday } from './day.js'

/**
 * When something happened, as far as people know: a day (`2026-06-04`), or a London time with the offset that was in
 * force (`2026-06-04T09:32+01:00`). The first ten characters are always the day in London.
 */
export type Moment = string

/** An instant as the system records it: ISO 8601 in UTC, milliseconds, ending in `Z`. */
export type Instant = string

const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/
const WRITTEN = /^[\d-]{10}T(?:[01]\d|2[0-3]):[0-5]\d\+0[01]:00$/

/** The day in London on which the moment falls. */
export function dayOf(moment: Moment): Day {
  return moment.length === 10 ? moment : moment.slice(0, 10)
}

/** Whether the moment carries a time, not only a day. */
export function hasTime(moment: Moment): boolean {
  return moment.length > 10
}

/** Milliseconds since 1970 of a moment with a time; of a bare day, the instant that day begins in London. */
export function millisOf(moment: Moment): number {
  return hasTime(moment) ? Date.parse(moment) : londonMidnight(moment)
}

/** The London moment, to the minute, of an instant. */
export function momentOf(instant: Instant | number): Moment {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  const summer = isSummerTime(ms)
  return new Date(ms + (summer ? 3_600_000 : 0)).toISOString().slice(0, 16) + (summer ? '+01:00' : '+00:00')
}

/**
 * Reads what a person or a system wrote: a day, a London time without an offset, or a time with one. Gives the
 * moment in its one written form, or `undefined` when the text names no real day or time. A time in the hour that
 * comes twice each October is taken as the first of the two.
 */
export function readMoment(text: unknown): Moment | undefined {
  if (isDay(text)) return text
  const match = typeof text === 'string' ? TIME.exec(text) : null
  if (!match) return undefined
  const [, day = '', hour = '', minute = '', second = '0', offset] = match
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return momentOf(offset ? Date.parse(`${day}T${hour}:${minute}:00${offset}`) : londonTime(day, hour, minute))
}

/** Whether `text` is a moment in its one written form. */
export function isMoment(text: unknown): text is Moment {
  if (typeof text !== 'string') return false
  if (text.length === 10) return isDay(text)
  return WRITTEN.test(text) && isDay(text.slice(0, 10)) && isSummerTime(Date.parse(text)) === text.endsWith('+01:00')
}

/** `4 June 2026`, or `4 June 2026 at 9:32am`. */
export function momentInWords(moment: Moment): string {
  if (!hasTime(moment)) return inWords(moment)
  const hour = Number(moment.slice(11, 13))
  return `${inWords(dayOf(moment))} at ${hour % 12 || 12}:${moment.slice(14, 16)}${hour < 12 ? 'am' : 'pm'}`
}

/**
 * Whether `a` is certainly earlier than `b`. Where either is only a day, days are compared: what happened at some
 * time on 4 June is not known to come before 4 June at 9:32am.
 */
export function isBefore(a: Moment, b: Moment): boolean {
  if (!hasTime(a) || !hasTime(b)) return dayOf(a) < dayOf(b)
  return a.slice(16) === b.slice(16) ? a < b : Date.parse(a) < Date.parse(b)
}

function londonTime(day: Day, hour: string, minute: string): number {
  const asIfWinter = Date.parse(`${day}T${hour}:${minute}:00Z`)
  return isSummerTime(asIfWinter - 3_600_000) ? asIfWinter - 3_600_000 : asIfWinter
}

function londonMidnight(day: Day): number {
  return londonTime(day, '00', '00')
}

/** British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function isSummerTime(ms: number): boolean {
  const year = new Date(ms).getUTCFullYear()
  const found = summers.get(year) ?? [changeOn(`${year}-03-31`), changeOn(`${year}-10-31`)]
  summers.set(year, found)
  return ms >= found[0] && ms < found[1]
}

/** When summer time begins and ends, by year: it is asked for with every event. */
const summers = new Map<number, readonly [from: number, to: number]>()

function changeOn(lastOfMonth: Day): number {
  return dayNumber(addDays(lastOfMonth, -weekday(lastOfMonth))) * 86_400_000 + 3_600_000
}
