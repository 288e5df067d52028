import { addDays, dayOf, inWords, isDay, millisOf, readMoment } from '@front-door/calendar'
import { dimensionIds, isDimension } from './breakdown/dimensions.js'
import { kpiOf } from './catalogue/catalogue.js'
import { PARTS_OF_PLACE } from './counting/case-page.js'
import type { Asked, Paging } from './figures.js'
import { readPlace } from './paging/place.js'
import { whyNot } from './settings/settings.js'

/** What is wrong with what was asked: which part of it, by which rule, and what to do. */
export interface AskedWrong {
  readonly field: string
  readonly rule: string
  readonly message: string
}

/** It cannot be counted as it was asked. */
export class BadAsked extends Error {
  constructor(readonly wrong: readonly AskedWrong[]) {
    super(wrong.map(({ message }) => message).join(' '))
  }
}

/** Everything that is wrong with a question. */
export function wrongIn({ from, to, ids = [], by, asKnownAt, settings = {} }: Asked): readonly AskedWrong[] {
  const wrong: AskedWrong[] = []
  const add = (field: string, rule: string, message: string | undefined) => {
    if (message !== undefined) wrong.push({ field, rule, message })
  }
  for (const [field, day] of [['from', from] as const, ['to', to] as const])
    if (!isDay(day)) add(field, 'day', `Enter ${field} as a day that exists, like 2026-03-31.`)
  if (isDay(from) && isDay(to) && to < from)
    add('to', 'order', `Enter a last day that is not before the first, ${inWords(from)}.`)
  for (const id of ids) if (!kpiOf(id)) add('ids', 'known', `There is no figure called ${id.slice(0, 40)}.`)
  if (by !== undefined && !isDimension(by)) add('by', 'known', `Select one of ${dimensionIds.join(', ')}.`)
  if (asKnownAt !== undefined && instantOf(asKnownAt) === undefined)
    add('asKnownAt', 'moment', 'Enter a day, like 2026-03-03, or a day and time.')
  for (const [id, value] of Object.entries(settings))
    add(`setting.${id}`, 'setting', value === undefined ? undefined : whyNot(id, value))
  return wrong
}

/** The last instant of what was asked: of a day its end, in London. Undefined where it names no day or time. */
export function instantOf(text: string): string | undefined {
  const moment = ISO.test(text) ? text : readMoment(text)
  if (moment === undefined) return undefined
  return new Date(isDay(moment) ? millisOf(addDays(dayOf(moment), 1)) - 1 : Date.parse(moment)).toISOString()
}

/** An instant as the log writes it, to the millisecond. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

export const MOST_AT_ONCE = 1_000

export function wrongInPaging({ limit, after }: Paging): readonly AskedWrong[] {
  const fits = limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= MOST_AT_ONCE)
  const follows = after === undefined || readPlace(after, PARTS_OF_PLACE) !== undefined
  return [
    ...(fits ? [] : [{ field: 'limit', rule: 'range', message: `Enter a whole number from 1 to ${MOST_AT_ONCE}.` }]),
    ...(follows ? [] : [{ field: 'after', rule: 'place', message: 'Enter `next` as the page before gave it.' }]),
  ]
}
