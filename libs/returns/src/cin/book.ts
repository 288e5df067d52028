import { dayOf } from '@front-door/calendar'
import { type ChildEvent, type History, asCorrected, eventsOf } from '@front-door/case-flow'
import { aboutOf } from './about.js'
import { keyOf } from './fact.js'

/** What was said of one field, and by which event: the event itself, or a correction of it. Oldest first. */
export interface Statement {
  readonly value: unknown
  readonly by: ChildEvent
}

/** A history, looked up by what its events say. */
export interface Book {
  readonly history: History
  readonly events: readonly ChildEvent[]
  /** The events as corrected; of those about the person only their own, not those of a merged duplicate. */
  readonly corrected: readonly ChildEvent[]
  /** The last event of that key among those. */
  readonly known: (key: string) => ChildEvent | undefined
  /** The event with that id as it was first recorded, even if it was withdrawn since. */
  readonly recorded: (id: string) => ChildEvent | undefined
  readonly correctionsOf: (id: string) => readonly Correction[]
  /** All that was said of a field of that event (`occurredAt` is one). */
  readonly said: (id: string, field: string) => readonly Statement[]
}

export type Correction = Extract<ChildEvent, { readonly type: 'DecisionCorrected' }>

export function bookOf(history: History): Book {
  const events = eventsOf(history)
  const corrected = asCorrected(events).filter((event) => event.child === history.child || aboutOf(event) !== '')
  const recorded = new Map(events.map((event) => [event.id, event]))
  const known = new Map(corrected.map((event) => [keyOf(event, event.occurredAt), event]))
  const corrections = events.filter((event) => event.type === 'DecisionCorrected')
  const correctionsOf = (id: string) => corrections.filter(({ data }) => data.event === id)
  return {
    history,
    events,
    corrected,
    known: (key) => known.get(key),
    recorded: (id) => recorded.get(id),
    correctionsOf,
    said(id, field) {
      const first = recorded.get(id)
      const later = correctionsOf(id).filter(({ data }) => field in (data.changed ?? {}))
      return [
        ...(first ? [{ value: fieldOf(first, field), by: first }] : []),
        ...later.map((by) => ({ value: by.data.changed?.[field] ?? undefined, by })),
      ]
    },
  }
}

export function fieldOf(event: ChildEvent, field: string): unknown {
  if (field === 'occurredAt') return dayOf(event.occurredAt)
  const data: Readonly<Record<string, unknown>> = event.data
  return data[field]
}
