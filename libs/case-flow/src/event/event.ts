import type { Instant, Moment } from '@front-door/calendar'
import type { Role } from '@front-door/policy'
import type { DataOf, Fields, InputOf, WordsOf } from '../fields/index.js'

/** A child's id: 1 to 20 letters and digits, stable for life and never reused (the census LAchildID). */
export type ChildId = string

/** Who recorded it, as signed in. `import` is the census reader: it records what an earlier system held. */
export interface Worker {
  readonly id: string
  readonly role: Role | 'import'
  readonly team: string
}

/** What every event carries besides what happened. */
export interface Envelope {
  readonly id: string
  readonly child: ChildId
  /** When people say it happened. */
  readonly occurredAt: Moment
  /** When the system learned of it. */
  readonly recordedAt: Instant
  readonly worker: Worker
  /** The command it follows from; events of one command about several children share it. */
  readonly cause: string
}

/** The shape of one kind of event, as stored. Change a stored shape only by a new version with an upcast. */
export interface EventDefinition<T extends string = string, F extends Fields = Fields> {
  readonly type: T
  readonly version: number
  readonly fields: F
  /** For each earlier version, its open data as the next version would have held it. */
  readonly upcasts: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>
}

/** An event as the fold reads it: open data, and which words were said, but not the words. */
export interface Recorded<
  T extends string = string,
  D = Readonly<Record<string, unknown>>,
  S = string,
> extends Envelope {
  readonly type: T
  readonly version: number
  readonly data: D
  readonly said: readonly S[]
  /** Keyed fingerprints of the reasons among them, once it is stored: the same words give the same. */
  readonly prints?: Readonly<Record<string, string>>
}

export type EventOf<E> =
  E extends EventDefinition<infer T, infer F> ? Recorded<T, DataOf<F>, keyof WordsOf<F> & string> : never

/** An event about to be recorded: what happened, with its words. On the child the act is about, unless it names another. */
export interface NewEvent<T extends string = string> {
  readonly type: T
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, string>>
  readonly child?: ChildId
}

export function event<const T extends string, F extends Fields>(type: T, fields: F): EventDefinition<T, F> {
  return { type, version: 1, fields, upcasts: {} }
}

/** What happened, in the shape its definition gives; `on` names another child's history than the act's own. */
export function happened<T extends string, F extends Fields>(
  definition: EventDefinition<T, F>,
  values: InputOf<F>,
  on?: ChildId,
): NewEvent<T> {
  const data: Record<string, unknown> = {}
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    if (definition.fields[name]?.words) words[name] = String(value)
    else data[name] = value
  }
  return { type: definition.type, version: definition.version, data, words, ...(on === undefined ? {} : { child: on }) }
}
