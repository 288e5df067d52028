import { type Day, dayOf } from '@front-door/calendar'
import type { FreshEvent } from '@front-door/case-flow'

/** Events that must be remembered in this order, and none of them before a day, whatever their own dates say. */
export interface Sequence {
  readonly events: readonly FreshEvent[]
  readonly notBefore?: Day | undefined
}

/**
 * The events in order of occurrence; of one day, in the order given. Nothing comes before what it follows from: a case
 * that the return closes before its referral came is closed after it all the same, since a history is remembered in
 * order and a closure of what is not there yet would be lost.
 */
export function inOrder(sequences: readonly Sequence[]): readonly FreshEvent[] {
  return sequences
    .flatMap(placed)
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ event }) => event)
}

function placed({ events, notBefore = '' }: Sequence): readonly { readonly place: Day; readonly event: FreshEvent }[] {
  let place = notBefore
  return events.map((event) => {
    const day = dayOf(event.occurredAt)
    const own = day > place ? day : place
    // A correction is of something remembered already: what comes after it in the sequence does not wait for it.
    if (event.type !== 'DecisionCorrected') place = own
    return { place: own, event }
  })
}
