import { type Day, dayOf } from '@front-door/calendar'
import type { EventType, NewEvent } from '@front-door/case-flow'
import { aboutOf } from './about.js'

/** One event that a return tells of. */
export interface Fact {
  /** What makes it this event and no other, whatever else a later return says of it. */
  readonly key: string
  readonly occurredAt: Day
  readonly event: NewEvent
  /** Fields the return does not state, filled because the event must have them. They never contradict what is known. */
  readonly assumed: readonly string[]
  /** The return says that this did not happen; `by` is the key of the event that shows it, where the return has one. */
  readonly denied?: { readonly by: string | undefined }
}

/** Whether the return says that it happened, but not when. */
export function isUndated({ data }: Pick<NewEvent, 'data'>): boolean {
  return data['dateUnknown'] === true
}

/** The first opens something (a referral, an assessment, a plan ...); the others are what became of it, in order. */
export type Facts = readonly [Fact, ...Fact[]]

export function fact(event: NewEvent, occurredAt: Day, assumed: readonly string[] = []): Fact {
  return { key: keyOf(event, occurredAt), occurredAt, event, assumed }
}

const severalOfOneItem: readonly string[] = ['AssessmentReviewed', 'ProtectionPlanReviewed'] satisfies EventType[]

/** The key of an event: one item has many reviews, each on its day; of all else there is one to each item. */
export function keyOf(event: Pick<NewEvent, 'type' | 'data'>, occurredAt: string): string {
  const key = `${event.type} ${aboutOf(event)}`
  return severalOfOneItem.includes(event.type) ? `${key} ${dayOf(occurredAt)}` : key
}
