import type { Calendar, Instant, Moment } from '@front-door/calendar'
import type { Policy } from '@front-door/policy'
import type { Child } from '../child/index.js'
import type { ChildId, NewEvent, Worker } from '../event/event.js'
import type { Fields, InputOf } from '../fields/index.js'
import type { ChildEvent } from '../history/events.js'

/** Everything a decision may depend on besides what was entered. Nothing in the domain reaches for the world. */
export interface Facts {
  readonly child: Child
  /** The event of this child's history with that id. */
  readonly eventOf: (id: string) => ChildEvent | undefined
  /** The names of the acts that may have recorded an event of this history. */
  readonly recordedBy: (event: ChildEvent) => readonly string[]
  /** The events that the same act recorded in this history. */
  readonly sameAct: (event: ChildEvent) => readonly ChildEvent[]
  /** The first later event that could not be there without these. */
  readonly standingOn: (events: readonly ChildEvent[]) => ChildEvent | undefined
  /** Another child the act names, where it was loaded for it (merging two records). */
  readonly other: (id: ChildId) => Child | undefined
  /** All the children of the same command, this one among them. */
  readonly together: readonly ChildId[]
  readonly occurredAt: Moment
  readonly now: Instant
  /** The same instant as people here say it. */
  readonly today: Moment
  readonly worker: Worker
  readonly policy: Policy
  readonly calendar: Calendar
  readonly newId: () => string
}

/** Why something may not be done: the rule, and a sentence that a worker can act on. */
export interface Refusal {
  readonly rule: string
  readonly message: string
  readonly field?: string
  /** Where the rule comes from. */
  readonly source?: string
}

/** What then has happened, as events of these types, or why it may not be done. */
export type Decision<T extends string = string> =
  { readonly events: readonly NewEvent<T>[] } | { readonly refusals: readonly Refusal[] }

/**
 * One thing that people at the front door do. Its fields are the form, the API's body and its documentation; `decide`
 * says what then has happened, or refuses.
 */
export interface Act<N extends string = string, F extends Fields = Fields, T extends string = string> {
  readonly name: N
  readonly label: string
  readonly hint?: string
  /**
   * The events it records, and no others: first its own, which is always among them, then what that may bring with it.
   */
  readonly records: readonly [Typed<T>, ...Typed<T>[]]
  readonly fields: F
  decide(input: InputOf<F>, facts: Facts): Decision<NoInfer<T>>
}

interface Typed<T extends string> {
  readonly type: T
}

export type InputTo<A> = A extends Act<string, infer F> ? InputOf<F> : never

export function act<const N extends string, F extends Fields, T extends string>(definition: Act<N, F, T>): Act<N, F> {
  return definition
}

export function record<T extends string>(...events: readonly NewEvent<T>[]): Decision<T> {
  return { events }
}

export function refuse(rule: string, message: string, field?: string, source?: string): Decision<never> {
  return { refusals: [{ rule, message, ...(field ? { field } : {}), ...(source ? { source } : {}) }] }
}
