import type { Chosen, SettingId } from '../settings/settings.js'
import type { CasesOf } from './cases.js'
import type { Needed } from './recorded.js'

/** What a value is: a count of cases; a per cent, 0 to 100; for 10,000 children; working days; cases for each worker. */
export const kinds = ['count', 'percent', 'per-10000', 'working-days', 'ratio', 'breakdown'] as const
export type Kind = (typeof kinds)[number]

/** A figure with a name, in words. */
export interface KpiInWords {
  /** As everybody names it: in addresses, files and the API. */
  readonly id: string
  /** Its number in the list of front-door figures. */
  readonly number: number
  readonly name: string
  readonly definition: string
  readonly numerator: string
  /** Null where it is a plain count. */
  readonly denominator: string | null
  /** Which day puts a thing into the period; for a snapshot, which day is looked at. */
  readonly period: string
  /** What is left out, and what is not. */
  readonly exclusions: string
  readonly source: string
  /** DfE: a published definition. Local: not published nationally, defined from council practice. */
  readonly tag: 'DfE' | 'local'
  readonly kind: Kind
  /** The direction that is an improvement, where there is one. */
  readonly better: 'higher' | 'lower' | null
  /** True where it is how things stood at the end of one day, false where it is what happened from day to day. */
  readonly snapshot: boolean
  /** So many months are looked back on from each day: where the record does not tell of them all, it may be too low. */
  readonly looksBack?: number
  /** The settings it depends on. */
  readonly settings: readonly SettingId[]
}

/** One figure: its words, and the one query that everything about it follows from. */
export interface Kpi extends KpiInWords {
  readonly cases: CasesOf
  /** What the record has to tell of besides the tables that the query reads, for its rows to know what they are asked. */
  readonly needs?: readonly Needed[]
  /** What one number is made of, where it is not simply counted: the middle or the mean of days, cases for each worker. */
  readonly measure?: 'median' | 'mean' | 'for-each-worker' | 'most-of-a-worker'
  /** Of a breakdown: the group that a code belongs to, where codes have groups. */
  readonly groupOf?: (code: string) => string
  /** The same counted in other ways, shown beside it. */
  readonly beside?: readonly Beside[]
}

export interface Beside {
  readonly code: string
  readonly name: string
  /** Counted by another query, or by the same with other settings. */
  readonly cases?: CasesOf
  readonly settings?: Chosen
}
