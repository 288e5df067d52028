import type { Measure, Shown } from '../publication/measure.js'

/** The symbols that stand for a missing number in government statistics, and what they mean. */
export const shorthand = {
  c: 'confidential: suppressed so that nobody can be recognised',
  x: 'not available',
  z: 'not applicable',
} as const

/** A number that is missing, and why. */
export interface Missing {
  readonly missing: keyof typeof shorthand
}

/** Text; a number, whole or not; a day as `YYYY-MM-DD`; a number that is missing; or null where nothing is recorded. */
export type Cell = string | number | Missing | null

export interface Column {
  /** As a program reads it, in a CSV file: `re_referrals`. */
  readonly name: string
  /** As a person reads it, in a spreadsheet: `Re-referrals`. */
  readonly words: string
  readonly kind: 'text' | 'day' | Measure
}

/** Something that is handed out: one description that every kind of file is written from. */
export interface Table {
  readonly title: string
  /** Sentences that belong to the table, such as a definition and its source. */
  readonly notes: readonly string[]
  readonly columns: readonly Column[]
  /** As many cells as there are columns in each. May be read as they come, so that nothing long is held in memory. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

/** Several tables that are handed out in one file, a sheet each. */
export interface Book {
  readonly title: string
  readonly notes: readonly string[]
  readonly tables: readonly Table[]
}

/** A shown value as a cell: what is not available, or suppressed, keeps its symbol. */
export function cellOf(value: Shown): Cell {
  if (value === null) return { missing: 'x' }
  return value === 'c' ? { missing: 'c' } : value
}

/** A cell as written in a file: a missing number as its symbol in brackets. */
export function written(cell: Cell): string | number | null {
  return typeof cell === 'object' && cell !== null ? `[${cell.missing}]` : cell
}
