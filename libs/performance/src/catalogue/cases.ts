import type { Day } from '@front-door/calendar'
import type { Tables } from '@front-door/read-models'
import {
  type AliasableExpression,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  type StringReference,
  sql,
} from 'kysely'
import type { SettingId } from '../settings/settings.js'
import type { Why } from './reasons.js'

export type { Tables }

/** What a figure is asked of: rows, a period, and the settings as chosen. */
export interface Asking {
  readonly db: Kysely<Tables>
  readonly from: Day
  readonly to: Day
  /** The day at whose end a snapshot stands: the last of the period, or today where that is sooner. */
  readonly on: Day
  /** The last day anything is known of: cohorts are followed up to here. */
  readonly today: Day
  readonly setting: (id: SettingId) => string
  /** The latest day of which, at the end of `on`, more than so many working days have gone by; later ones are in time. */
  readonly overdueSince: (workingDays: number) => Day
  /** The days of the period that are not working days. */
  readonly daysOff: () => readonly Day[]
}

/** How things stood at the end of a day. */
export type Snapshot = Pick<Asking, 'db' | 'on'>

/** One thing that was looked at for a figure. */
export interface Case {
  readonly child: string
  readonly kind: string
  readonly item: string
  readonly referral: string | null
  /** The day that puts it into the period; for a snapshot, the day it began. */
  readonly day: Day
  /** Whether it is in the numerator, and in the denominator. */
  readonly counted: number
  readonly of: number
  /** Why it is not in the numerator. */
  readonly why: string | null
  /** What is measured, in working days. */
  readonly days: number | null
  readonly worker: string | null
  readonly team: string | null
  /** Of a breakdown: under what it is counted. */
  readonly code: string | null
}

/** One query: a row for each thing that was looked at. Value, breakdown, list of cases and export all follow from it. */
export type Cases = AliasableExpression<Case>
export type CasesOf = (asking: Asking) => Cases

/** Something that keeps a case out of the numerator, and where `leftOut` out of the denominator too. */
export interface Rule {
  readonly why: Why
  readonly leftOut: boolean
  readonly when: Expression<SqlBool>
}

export const leftOut = (why: Why, when: Expression<SqlBool>): Rule => ({ why, leftOut: true, when })
export const notCounted = (why: Why, when: Expression<SqlBool>): Rule => ({ why, leftOut: false, when })

/** Where a case is read from. What is not named is null. */
interface Columns<DB, TB extends keyof DB> {
  readonly kind: string
  readonly child: StringReference<DB, TB>
  readonly item: StringReference<DB, TB>
  readonly referral: StringReference<DB, TB>
  readonly day: StringReference<DB, TB> | Expression<string | null>
  readonly days?: StringReference<DB, TB>
  readonly worker?: StringReference<DB, TB>
  /** Where a row knows none of its own, the team of its referral is looked up. */
  readonly team?: StringReference<DB, TB>
  readonly code?: StringReference<DB, TB> | Expression<string>
}

/** The rows of a query as cases. The first rule that holds decides; a case for which none holds is counted. */
export function casesOf<DB, TB extends keyof DB>(
  rows: SelectQueryBuilder<DB, TB, object>,
  columns: Columns<DB, TB>,
  rules: (row: ExpressionBuilder<DB, TB>) => readonly Rule[] = () => [],
): Cases {
  const { day, code } = columns
  return rows
    .select((row) => {
      const judged = rules(row)
      return [
        sql.ref<string>(columns.child).as('child'),
        sql.lit(columns.kind).as('kind'),
        sql.ref<string>(columns.item).as('item'),
        sql.ref<string | null>(columns.referral).as('referral'),
        (typeof day === 'string' ? sql.ref<string>(day) : sql<string>`${day}`).as('day'),
        firstOf<number>(judged, () => 0, 1).as('counted'),
        firstOf<number>(judged, ({ leftOut }) => (leftOut ? 0 : 1), 1).as('of'),
        firstOf<string | null>(judged, ({ why }) => why, null).as('why'),
        maybe<number>('integer', columns.days).as('days'),
        maybe<string>('text', columns.worker).as('worker'),
        (columns.team === undefined ? teamOfReferral(columns) : sql.ref<string | null>(columns.team)).as('team'),
        (typeof code === 'object' ? sql<string | null>`${code}` : maybe<string>('text', code)).as('code'),
      ]
    })
    .$castTo<Case>()
}

/** Cases of one kind, and of another. */
export function together(...all: readonly Cases[]): Cases {
  const each = all.map((cases) => sql`select * from ${cases.as('one')}`)
  return sql<Case>`(${sql.join(each, sql` union all `)})`
}

function teamOfReferral({ child, referral }: { readonly child: string; readonly referral: string }) {
  return sql<string | null>`(select its.team from episode as its
    where its.child = ${sql.ref(child)} and its.referral = ${sql.ref(referral)})`
}

/** What is not there has its type all the same: cases of two kinds stand together in PostgreSQL only where types agree. */
function maybe<T>(type: 'integer' | 'text', column: string | undefined) {
  return column === undefined ? sql<T | null>`cast(null as ${sql.raw(type)})` : sql.ref<T | null>(column)
}

/** Rules at the end that come to the same as no rule are not asked. */
function firstOf<T>(rules: readonly Rule[], then: (rule: Rule) => T, otherwise: T) {
  const asked = rules.slice(0, rules.findLastIndex((rule) => then(rule) !== otherwise) + 1)
  if (asked.length === 0) return sql<T>`${sql.lit(otherwise)}`
  const cases = asked.map((rule) => sql`when ${rule.when} then ${sql.lit(then(rule))}`)
  return sql<T>`case ${sql.join(cases, sql` `)} else ${sql.lit(otherwise)} end`
}
