import {
  type ChildEvent,
  type FreshEvent,
  type History,
  asRecorded,
  definitions,
  happened,
  historyOf,
} from '@front-door/case-flow'

type Types = keyof typeof definitions
type Values<T extends Types> = Parameters<typeof happened<T, (typeof definitions)[T]['fields']>>[1]

interface By {
  readonly child?: string
  readonly recordedAt?: string
  readonly role?: ChildEvent['worker']['role']
  readonly team?: string
}

/** Something that happened on a day, as it is about to be recorded: at noon of that day unless told. */
export function about<T extends Types>(type: T, on: string, values: Values<T>, by: By = {}): FreshEvent {
  const { child = 'A1', role = 'social-worker', team = 'MASH', recordedAt = `${on.slice(0, 10)}T12:00:00.000Z` } = by
  return {
    ...happened(definitions[type] as never, values as never),
    ...{ id: `event-${++events}`, child, occurredAt: on, recordedAt, cause: `act-${events}` },
    worker: { id: 'sam.field', role, team },
  }
}

/** The same, as an event of one child's history. */
export const told = <T extends Types>(type: T, on: string, values: Values<T>, by: By = {}): ChildEvent =>
  asRecorded(about(type, on, values, by))

let events = 0

/** The histories that these events make, one for each child they are about. */
export function histories(...all: readonly ChildEvent[]): readonly History[] {
  const children = [...new Set(all.map(({ child }) => child))]
  return children.map((child) =>
    historyOf(
      child,
      all.filter((event) => event.child === child),
    ),
  )
}
