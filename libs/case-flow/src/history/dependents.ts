import { itemKinds, itemsOf, type Child, type Item } from '../child/index.js'
import type { Fields } from '../fields/index.js'
import { type ChildEvent, definitionOf } from './events.js'
import { type History, asCorrected, eventsOf, ofRecord } from './fold.js'

/** The events that the same act recorded in this history, among them this one. An imported fact stands by itself. */
export function sameAct(history: History, event: ChildEvent): readonly ChildEvent[] {
  if (event.worker.role === 'import') return [event]
  return eventsOf(history).filter(({ cause, child }) => cause === event.cause && child === event.child)
}

/**
 * The first later event that stands on one of these: it names an item that they opened or moved. What only notes
 * something, and what was itself taken back, stands on nothing. Without a merge, all that came with it is not there.
 */
export function standingOn(history: History, events: readonly ChildEvent[]): ChildEvent | undefined {
  const ids = new Set(events.map(({ id }) => id))
  const all = asCorrected(eventsOf(history))
  const without = ofRecord(
    history.child,
    all.filter(({ id }) => !ids.has(id)),
  )
  const left = new Set(eventsOf(without).map(({ id }) => id))
  const moved = movedBetween(without.state, history.state)
  const from = all.findIndex(({ id }) => ids.has(id))
  return all.slice(from + 1).find((later) => left.has(later.id) && namedBy(later).some((id) => moved.has(id)))
}

/** The ids of the items that are not in the same stage in both. */
function movedBetween(before: Child, after: Child): ReadonlySet<string> {
  const stages = (child: Child) =>
    new Map(itemKinds.flatMap((kind) => (itemsOf(child, kind) as readonly Item[]).map(({ id, stage }) => [id, stage])))
  const [were, are] = [stages(before), stages(after)]
  return new Set([...are.keys()].filter((id) => were.get(id) !== are.get(id)))
}

/** The ids of the items that an event names. */
function namedBy({ type, data }: ChildEvent): readonly string[] {
  const fields: Fields = definitionOf(type)?.fields ?? {}
  return Object.entries(data).flatMap(([name, value]) => (fields[name]?.kind === 'reference' ? [String(value)] : []))
}
