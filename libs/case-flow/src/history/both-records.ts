import type { Refusal } from '../act/index.js'
import type { ChildId, NewEvent } from '../event/event.js'
import type { ChildEvent } from './events.js'
import { type History, asCorrected, eventsOf, findEvent } from './fold.js'

/** The other child in whose record the same act told the same: a merge and a relation stand in both. */
export function otherRecord({ type, data }: ChildEvent): ChildId | undefined {
  if (type === 'PersonMerged') return data.into ?? data.from
  return type === 'PersonRelated' ? data.other : undefined
}

/** In the other record, the event that tells the same of the same act. */
export function twinIn(other: History, event: ChildEvent): ChildEvent | undefined {
  const isTwin = ({ child, type, cause }: ChildEvent) =>
    child === other.child && type === event.type && cause === event.cause
  return findEvent(other, (each) => isTwin(each) && otherRecord(each) === event.child)
}

/** A record as a command found it, and what the command would record there. */
interface Changing {
  readonly before: History
  readonly events: readonly Pick<NewEvent, 'type' | 'data'>[]
}

/**
 * What would be taken back in one record and go on standing in the other: both would then tell the same items, or each
 * something else of who belongs to whom. `histories` are those that were loaded for the command.
 */
export function takenBackInOne(
  changes: readonly Changing[],
  histories: ReadonlyMap<ChildId, History>,
): readonly (Refusal & { readonly child: ChildId })[] {
  const taken = new Set(changes.flatMap(({ events }) => events.flatMap(takenBackBy)))
  return changes.flatMap(({ before, events }) =>
    events.flatMap(takenBackBy).flatMap((id) => {
      const wrong = findEvent(before, (event) => event.id === id)
      const other = wrong && otherRecord(wrong)
      if (!wrong || !other) return []
      const known = histories.get(other)
      const twin = known && twinIn(known, wrong)
      if (known && (!twin || taken.has(twin.id) || !stands(known, twin))) return []
      return [{ ...inBoth(other, twin), child: before.child }]
    }),
  )
}

function takenBackBy({ type, data }: Pick<NewEvent, 'type' | 'data'>): readonly string[] {
  return type === 'DecisionCorrected' && data['withdrawn'] === true ? [String(data['event'])] : []
}

function stands(history: History, { id }: ChildEvent): boolean {
  return asCorrected(eventsOf(history)).some((event) => event.id === id)
}

function inBoth(other: ChildId, twin: ChildEvent | undefined): Refusal {
  const where = twin ? `${other}, as the event ${twin.id}` : other
  return {
    rule: 'in-both-records',
    message: `This stands in the record of ${where}, too. Take both back in one act, each child with its own event.`,
    field: 'event',
  }
}
