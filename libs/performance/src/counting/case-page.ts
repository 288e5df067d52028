import { type ExpressionBuilder, sql } from 'kysely'
import type { Asking, Case } from '../catalogue/cases.js'
import type { Kpi } from '../catalogue/kpi.js'
import { inWordsOf } from '../catalogue/reasons.js'
import type { CasePage, CaseSeen, Paging, Standing } from '../figures.js'
import type { Dimension } from '../breakdown/dimensions.js'
import { placeAfter, readPlace } from '../paging/place.js'
import { type Parted, parted } from './parted.js'
import type { Tally } from './tally.js'

const AT_ONCE = 50
export const PARTS_OF_PLACE = 3

const standingOf = ({ counted, of }: { readonly counted: number; readonly of: number }): Standing =>
  Number(counted) === 1 ? 'counted' : Number(of) === 1 ? 'not counted' : 'left out'

/** A page of cases, the latest first; the next begins where it ends, whatever is recorded meanwhile. */
export async function casePage(
  asking: Asking,
  kpi: Kpi,
  by: Dimension | undefined,
  { after, limit = AT_ONCE, standing, why, group, worker }: Paging,
): Promise<Pick<CasePage, 'cases' | 'next'>> {
  let query = asking.db
    .selectFrom(parted(asking, kpi.cases(asking), { by, snapshot: kpi.snapshot }).as('seen'))
    .leftJoin('child', 'child.child', 'seen.child')
    .select(['seen.child', 'seen.kind', 'seen.item', 'seen.referral', 'seen.day', 'seen.counted', 'seen.of'])
    .select(['seen.why', 'seen.days', 'seen.worker', 'seen.code', 'child.restricted_to'])
  if (standing) query = query.where((row) => stands(row, standing))
  if (why) query = query.where('seen.why', '=', why)
  if (group !== undefined) query = query.where(by === undefined ? 'seen.code' : 'seen.part', '=', group)
  if (worker !== undefined) query = query.where('seen.worker', '=', worker)
  const place = after === undefined ? undefined : readPlace(after, PARTS_OF_PLACE)
  if (place)
    query = query.where(sql<boolean>`(seen.day, seen.item, coalesce(seen.code, '')) < (${sql.join([...place])})`)
  const rows = await query
    .orderBy('seen.day', 'desc')
    .orderBy('seen.item', 'desc')
    .orderBy(sql`coalesce(seen.code, '')`, 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    cases: rows.slice(0, limit).map(shown),
    ...(last ? { next: placeAfter([last.day, last.item, last.code ?? '']) } : {}),
  }
}

/** How many cases there are of each standing, and why they are not counted. */
export async function totals(asking: Asking, kpi: Kpi): Promise<Pick<CasePage, 'totals' | 'reasons'>> {
  const rows = await asking.db
    .selectFrom(kpi.cases(asking).as('seen'))
    .select(['seen.of', 'seen.why', sql<number>`count(*)`.as('count')])
    .groupBy(['seen.of', 'seen.why'])
    .execute()
  const all: Record<Standing, number> = { counted: 0, 'not counted': 0, 'left out': 0 }
  for (const { of, why, count } of rows) all[standingOf({ counted: Number(why === null), of })] += Number(count)
  const reasons = rows.flatMap(({ why, count }) =>
    why === null ? [] : [{ why, because: inWordsOf(why), count: Number(count) }],
  )
  return { totals: all, reasons: reasons.toSorted((one, other) => other.count - one.count) }
}

/** What the totals come to, which need not be counted again for the figure. */
export const tallyOf = (totals: CasePage['totals']): Tally => ({
  part: '',
  numerator: totals.counted,
  denominator: totals.counted + totals['not counted'],
})

function stands(row: ExpressionBuilder<{ seen: Parted }, 'seen'>, standing: Standing) {
  if (standing === 'counted') return row('seen.counted', '=', 1)
  const of = row('seen.of', '=', standing === 'not counted' ? 1 : 0)
  return row.and([row('seen.counted', '=', 0), of])
}

function shown({
  restricted_to: workers,
  ...row
}: Omit<Case, 'team'> & { readonly restricted_to: string | null }): CaseSeen {
  const { child, kind, item, referral, day, why, days, worker, code } = row
  return {
    ...{ child, kind, item, referral, day, why, days, worker, code },
    standing: standingOf(row),
    because: why === null ? null : inWordsOf(why),
    ...(workers === null ? {} : { restrictedTo: workers.split(',').filter(Boolean) }),
  }
}
