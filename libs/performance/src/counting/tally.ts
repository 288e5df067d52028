import { sql } from 'kysely'
import type { Asking, Cases } from '../catalogue/cases.js'
import type { Kpi } from '../catalogue/kpi.js'
import { type Parting, partOf, parted } from './parted.js'

/** What the cases of a figure come to, before they are divided. */
export interface Tally {
  /** The part of a breakdown; empty where the figure is not broken down. */
  readonly part: string
  readonly numerator: number
  readonly denominator: number
  /** Where the value is not their quotient: the middle number of days, the most that one worker has. */
  readonly value?: number
}

export type Counting = Pick<Kpi, 'measure' | 'kind'> & Parting

/** Whether the parts of a breakdown come to the whole: each case counts once, and by itself. */
export const addsUp = ({ measure, kind }: Pick<Kpi, 'measure' | 'kind'>): boolean =>
  kind !== 'breakdown' && (measure === undefined || measure === 'mean')

/** Counts the cases, in one query: one tally for each part of what is asked by, and one of none where nothing is. */
export async function tally(asking: Asking, cases: Cases, counting: Counting): Promise<readonly Tally[]> {
  if (counting.measure === 'median') return medians(asking, cases, counting)
  if (counting.measure === 'most-of-a-worker') return mostOfAWorker(asking, cases, counting)
  const [numerator, denominator] = sums(counting)
  const query =
    counting.by === 'team' && addsUp(counting)
      ? teamsOf(asking, cases, counting)
      : partsOf(asking, cases, counting).select([numerator.as('numerator'), denominator.as('denominator')])
  return (await query.execute()).map((row) => numbers(row))
}

/** By team: day by day first, in the order of an index, so that nothing but the sums of days is sorted. */
function teamsOf(asking: Asking, cases: Cases, counting: Counting) {
  const [numerator, denominator] = sums(counting)
  const days = asking.db
    .selectFrom(cases.as('seen'))
    .select(['seen.team', numerator.as('numerator'), denominator.as('denominator')])
    .groupBy(['seen.day', 'seen.team'])
  return asking.db
    .selectFrom(days.as('seen'))
    .select([
      partOf('team', asking, counting.snapshot).as('part'),
      sql<number>`sum(seen.numerator)`.as('numerator'),
      sql<number>`sum(seen.denominator)`.as('denominator'),
    ])
    .groupBy('part')
}

/** The cases, in one group for each part: and in none, which is faster, where nothing is asked by. */
function partsOf(asking: Asking, cases: Cases, { by, snapshot }: Counting) {
  const from = asking.db.selectFrom(parted(asking, cases, { by, snapshot }).as('seen'))
  const part = by === undefined ? sql<string>`''` : sql<string>`seen.part`
  return from.select(part.as('part')).$if(by !== undefined, (query) => query.groupBy('seen.part'))
}

function sums({ measure, kind }: Counting) {
  if (measure === 'mean') return [sql<number>`sum(seen.days * seen.counted)`, sql<number>`sum(seen.counted)`] as const
  if (measure === 'for-each-worker')
    return [sql<number>`sum(seen.counted)`, sql<number>`count(distinct seen.worker)`] as const
  // A case that lacks two things is one case.
  if (kind === 'breakdown')
    return [
      sql<number>`count(distinct case when seen.counted = 1 then seen.item end)`,
      sql<number>`count(distinct case when seen.of = 1 then seen.item end)`,
    ] as const
  return [
    sql<number>`count(*) filter (where seen.counted = 1)`,
    sql<number>`count(*) filter (where seen.of = 1)`,
  ] as const
}

/** The middle one; the mean of the two in the middle where they are even in number. */
async function medians(asking: Asking, cases: Cases, parting: Counting): Promise<readonly Tally[]> {
  const ordered = asking.db
    .selectFrom(parted(asking, cases, parting).as('seen'))
    .where('seen.counted', '=', 1)
    .select([
      'seen.part',
      'seen.days',
      sql<number>`row_number() over (partition by seen.part order by seen.days)`.as('place'),
      sql<number>`count(*) over (partition by seen.part)`.as('many'),
      sql<number>`sum(seen.days) over (partition by seen.part)`.as('all_days'),
    ])
  const rows = await asking.db
    .selectFrom(ordered.as('ordered'))
    .where(sql<boolean>`place in ((many + 1) / 2, (many + 2) / 2)`)
    .select([
      'part',
      sql<number>`max(all_days)`.as('numerator'),
      sql<number>`max(many)`.as('denominator'),
      sql<number>`avg(days)`.as('value'),
    ])
    .groupBy('part')
    .execute()
  return rows.map((row) => ({ ...numbers(row), value: Number(row.value) }))
}

async function mostOfAWorker(asking: Asking, cases: Cases, parting: Counting): Promise<readonly Tally[]> {
  const byWorker = asking.db
    .selectFrom(parted(asking, cases, parting).as('seen'))
    .select(['seen.part', 'seen.worker', sql<number>`sum(seen.counted)`.as('held')])
    .groupBy(['seen.part', 'seen.worker'])
  const rows = await asking.db
    .selectFrom(byWorker.as('by_worker'))
    .select(['part', sql<number>`max(held)`.as('numerator'), sql<number>`count(*)`.as('denominator')])
    .groupBy('part')
    .execute()
  return rows.map((row) => ({ ...numbers(row), value: Number(row.numerator) }))
}

interface Summed {
  readonly part: string
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Nothing at all sums up to nothing, and a store may write large numbers as text. */
const numbers = ({ part, numerator, denominator }: Summed) => ({
  part,
  numerator: Number(numerator ?? 0),
  denominator: Number(denominator ?? 0),
})

/** How many are counted under each code. */
export async function byCode(asking: Asking, cases: Cases): Promise<Readonly<Record<string, number>>> {
  const rows = await asking.db
    .selectFrom(cases.as('seen'))
    .where('seen.counted', '=', 1)
    .where('seen.code', 'is not', null)
    .select(['seen.code', sql<number>`count(*)`.as('count')])
    .groupBy('seen.code')
    .orderBy('seen.code')
    .execute()
  return Object.fromEntries(rows.map(({ code, count }) => [code ?? '', Number(count)]))
}
