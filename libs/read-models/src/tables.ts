import type { Insertable } from 'kysely'
import { figureTables } from './figures/rows.js'
import type { TrailLineView } from './figures/course-tables.js'
import type { FigureTables } from './figures/tables.js'

/** One row per child: who it is, for search, and how its record stands. */
export interface ChildTable {
  readonly child: string
  readonly version: number
  readonly stage: string
  readonly given_name: string | null
  readonly family_name: string | null
  /** The name of the mother of an unborn child. */
  readonly mother_name: string | null
  readonly birth_date: string | null
  readonly expected_birth_date: string | null
  readonly death_date: string | null
  readonly sex: string | null
  readonly locality: string | null
  readonly merged_into: string | null
  /** The referral that is an open case, and the worker it is allocated to. */
  readonly open_case: string | null
  readonly case_worker: string | null
  /** When the last contact came in. */
  readonly last_contact: string | null
  /** The workers the record is restricted to, with commas between; null where it is not restricted. */
  readonly restricted_to: string | null
  /** The instant at which something was first recorded of the child here; null where all there is was imported or merged. */
  readonly recorded_from: string | null
}

/** The words of a child's names, folded, one row each: what search by name looks in. */
export interface ChildNameTable {
  readonly child: string
  readonly word: string
}

/** Every identifier a child is known by. */
export interface ChildReferenceTable {
  readonly child: string
  readonly kind: string
  readonly value: string
}

/** One row per contact. */
export interface ContactTable {
  readonly contact: string
  readonly child: string
  readonly received_at: string
  readonly received_day: string
  readonly source: string
  readonly agency: string | null
  readonly team: string
  readonly domestic_abuse: number
  readonly out_of_hours: number
  readonly open_case: string | null
  readonly priority: string | null
  readonly stage: string
  readonly outcome: string | null
  readonly decided_at: string | null
  readonly due: string | null
  readonly referral: string | null
}

/** One row per thing under way: what somebody has to do something about, from the contact to the early help. */
export interface WorkTable {
  readonly item: string
  readonly child: string
  readonly kind: string
  readonly stage: string
  readonly opened_at: string
  readonly since: string
  readonly referral: string | null
  readonly worker: string | null
  readonly team: string | null
  readonly priority: string | null
  readonly domestic_abuse: number
  readonly out_of_hours: number
  /** The clock that is due first, and when. */
  readonly clock: string | null
  readonly due: string | null
  /** What is missing, as ids of evidence with commas between. */
  readonly missing: string
}

/** One row for each list of the board that a thing stands in, with all that the board shows of it. */
export interface BoardTable {
  /** The list; for contacts `contacts` and the day they came in: `contacts 2026-06-04`. */
  readonly list: string
  readonly item: string
  readonly child: string
  readonly kind: string
  readonly stage: string
  readonly outcome: string | null
  /** The act it waits for. */
  readonly act: string | null
  /** The stage of the person, which decides how a child without a name is called. */
  readonly person: string
  readonly given_name: string | null
  readonly family_name: string | null
  readonly mother_name: string | null
  readonly restricted_to: string | null
  /** Folded, family name first; last for a child without a name, or whose name not everybody may learn. */
  readonly sort_name: string
  readonly source: string | null
  readonly agency: string | null
  readonly opened_at: string
  readonly priority: string | null
  /** 1 is red, 2 amber, 3 green, 4 not rated. */
  readonly urgency: number
  readonly domestic_abuse: number
  readonly out_of_hours: number
  /** The clock it is due by; `due` is `9999` where there is none, so that what is due stands first. */
  readonly clock: string | null
  readonly due: string
  readonly worker: string | null
  readonly team: string | null
}

/** One row per child who is set aside: no other rows follow from a history that cannot be read. */
export interface SetAsideTable {
  readonly child: string
  /** What was wrong, for whoever looks after the system: ids and kinds of events, and no words about a child. */
  readonly why: string
  /** The instant since when. */
  readonly since: string
}

export interface CheckpointTable {
  readonly consumer: string
  readonly position: number
}

export interface Tables extends FigureTables {
  child: ChildTable
  child_name: ChildNameTable
  child_reference: ChildReferenceTable
  contact: ContactTable
  work: WorkTable
  board: BoardTable
  set_aside: SetAsideTable
  trail_line: TrailLineView
  checkpoint: CheckpointTable
}

/** The tables whose rows follow from one child's history. */
export const childTables = [
  ...(['child', 'child_name', 'child_reference', 'contact', 'work', 'board', 'set_aside'] as const),
  ...figureTables,
] as const
export type ChildTableName = (typeof childTables)[number]

/** All rows of one child, table by table. */
export type Rows = { readonly [T in ChildTableName]: readonly Insertable<Tables[T]>[] }

/** The rows of a child of whom nothing is known. */
export const noRows = Object.fromEntries(childTables.map((table) => [table, []])) as unknown as Rows
