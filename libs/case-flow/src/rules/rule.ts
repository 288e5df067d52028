import { type Day, dayOf } from '@front-door/calendar'
import type { Item, Plan, Section47 } from '../child/index.js'

/** A rule that no history may break, said as a sentence. */
export interface Rule<On> {
  /** The census rule, or a name of our own. */
  readonly rule: string
  readonly says: string
  /** What breaks it: items, or the child. */
  readonly broken: (on: On) => readonly Pick<Item, 'id'>[]
}

export const started = (item: Item): Day => dayOf(item.openedAt)
export const ended = (plan: Plan): Day | undefined => plan.endedAt && dayOf(plan.endedAt)
const NEVER = '9999-12-31'

/** Whether the one day is known to come before the other. */
export const before = (day: Day | undefined, other: Day | undefined): boolean =>
  day !== undefined && other !== undefined && day < other

/** Whether a day lies from the start of the span up to and including its end; open spans have no end. */
export const within = (day: Day, start: Day, end: Day | undefined): boolean => day >= start && day <= (end ?? NEVER)

/** Whether a day lies from the start of the span up to the day before its end. */
export const inside = (day: Day, start: Day, end: Day | undefined): boolean => day >= start && day < (end ?? NEVER)

/** Those that start within another of the same list, which for two that start together is the later one. */
export function overlapping<I extends Item>(
  items: readonly I[],
  covers: (earlier: I, day: Day) => boolean,
): readonly I[] {
  return items.filter((item, index) =>
    items.some(
      (other, at) => other !== item && covers(other, started(item)) && (started(other) < started(item) || at < index),
    ),
  )
}

/** The last day on which an enquiry counts as running: its conference. One without a conference never does. */
export function runsTo(enquiry: Section47): Day | undefined {
  return enquiry.conferenceAt && dayOf(enquiry.conferenceAt)
}
