/** The tables of how a case went: who held it, its clocks, its decisions and its trail. Written as tables.ts says. */

/** Who held a case, from when to when: until the next was given it, or it closed. */
export interface AllocationTable {
  readonly event: string
  readonly child: string
  readonly referral: string
  readonly worker: string
  readonly team: string
  readonly given: string
  readonly given_at: string
  readonly ended: string | null
  /** Why the worker changed; null for the first. */
  readonly change: string | null
}

/** Every clock of the flow, by the policy and calendar in force on the day it started. */
export interface TimescaleTable {
  readonly child: string
  readonly clock: string
  readonly kind: string
  readonly item: string
  readonly referral: string | null
  /** 1 for the first of the item's spans. */
  readonly number: number
  readonly start: string
  readonly stop: string | null
  /** The last day on which it is met; null where the calendar does not reach. */
  readonly due: string | null
  /** In the unit of the clock's limit: working days, days, or hours with one decimal. Null while it runs. */
  readonly elapsed: number | null
  /** Null while it runs, and where nobody can tell. */
  readonly met: number | null
  /** 1 where it no longer matters. */
  readonly off: number
}

/** Every act that decides something, and a keyed fingerprint of its reason: the same words give the same. */
export interface DecisionTable {
  readonly event: string
  readonly child: string
  readonly type: string
  readonly item: string
  readonly referral: string | null
  readonly outcome: string | null
  readonly day: string
  readonly recorded_at: string
  readonly worker: string
  readonly role: string
  readonly team: string
  readonly reason: string | null
}

/**
 * The child's trail, some lines in each row: nearly half of all rows would be lines. `trail_line` shows them one by
 * one.
 */
export interface TrailTable {
  readonly child: string
  /** The number of the row's first line, from 1. */
  readonly first: number
  /** JSON: a list for each line, with what `TrailLineView` names from `event` on, in that order. */
  readonly lines: string
}

/** Every event of the child's trail, in order. Its words are opened when it is read. A view of `trail`. */
export interface TrailLineView {
  readonly child: string
  readonly number: number
  readonly event: string
  readonly type: string
  readonly occurred_at: string
  readonly recorded_at: string
  readonly worker: string
  readonly role: string
  readonly team: string
  /** The event it corrects or withdraws. */
  readonly corrects: string | null
}
