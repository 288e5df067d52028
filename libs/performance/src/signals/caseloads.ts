import { type Day, daysBetween } from '@front-door/calendar'
import type { Page, Paging, RowStore, Tables } from '@front-door/read-models'
import { type RawBuilder, sql } from 'kysely'
import { held } from '../catalogue/caseloads.js'
import type { Snapshot } from '../catalogue/cases.js'
import { parted } from '../counting/parted.js'
import { placeAfter, readPlace } from '../paging/place.js'

/** What one worker holds at the end of a day. */
export interface Caseload {
  readonly worker: string
  /** The team the cases are held in; null where they are held in several. */
  readonly team: string | null
  readonly cases: number
  /** Of these, with such a thing under way; one case may have several. */
  readonly assessments: number
  readonly section47s: number
  readonly protectionPlans: number
  readonly cinPlans: number
  /** Clocks of these cases that ran and were overdue. Those called off since are not among them. */
  readonly overdue: number
  /** Calendar days since the referral of the case that is open longest. */
  readonly longest: number
}

export interface CaseloadsWanted {
  /** The day at whose end it stands. */
  readonly on: Day
  /** One team, as figures by team name it. */
  readonly team?: string | undefined
}

/** Every worker who holds a case, counted as the caseload figures count them: those who hold most first. */
export async function caseloads(
  { db }: Pick<RowStore, 'db'>,
  wanted: CaseloadsWanted,
  { after, limit }: Paging,
): Promise<Page<Caseload>> {
  const many = sql<number>`count(*)`
  let query = heldIn({ db, on: wanted.on }, wanted)
    .select(['held.worker', many.as('cases')])
    .groupBy('held.worker')
  const [most, before] = (after && readPlace(after, 2)) || []
  if (typeof most === 'number' && typeof before === 'string')
    query = query.having(sql<boolean>`(${many} < ${most} or (${many} = ${most} and held.worker > ${before}))`)
  const rows = await query
    .orderBy(many, 'desc')
    .orderBy('held.worker')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).flatMap(({ worker }) => worker ?? [])
  const last = rows[limit - 1]
  return {
    rows: shown.length > 0 ? await madeOf({ db, on: wanted.on }, wanted, shown) : [],
    ...(rows.length > limit && last ? { next: placeAfter([Number(last.cases), last.worker]) } : {}),
  }
}

/** The cases held, of one team where one is asked for. */
function heldIn(at: Snapshot, { team }: CaseloadsWanted) {
  const query = at.db.selectFrom(parted(at, held(at), { by: 'team', snapshot: true }).as('held'))
  return team === undefined ? query : query.where('held.part', '=', team)
}

/** What the cases of these workers are made of, in the same order. */
async function madeOf(at: Snapshot, wanted: CaseloadsWanted, workers: readonly string[]): Promise<readonly Caseload[]> {
  const cases = heldIn(at, wanted)
    .innerJoin('episode', (join) =>
      join.onRef('episode.child', '=', 'held.child').onRef('episode.referral', '=', 'held.referral'),
    )
    .where('held.worker', 'in', workers)
    .select(['held.worker', 'held.part', 'episode.received'])
    .select([
      underWay('assessment', 'authorised', at.on).as('assessment'),
      underWay('section47', 'ended', at.on).as('section47'),
      underWay('protection_plan', 'ended', at.on).as('protection_plan'),
      underWay('cin_plan', 'ended', at.on).as('cin_plan'),
      overdue(at.on).as('overdue'),
    ])
  const rows = await at.db
    .selectFrom(cases.as('each'))
    .select(({ fn }) => [
      'each.worker',
      fn.min<string>('each.part').as('team'),
      fn.max<string>('each.part').as('other_team'),
      fn.countAll<number>().as('cases'),
      fn.sum<number>('each.assessment').as('assessments'),
      fn.sum<number>('each.section47').as('section47s'),
      fn.sum<number>('each.protection_plan').as('protectionPlans'),
      fn.sum<number>('each.cin_plan').as('cinPlans'),
      fn.sum<number>('each.overdue').as('overdue'),
      fn.min<string>('each.received').as('received'),
    ])
    .groupBy('each.worker')
    .orderBy('cases', 'desc')
    .orderBy('each.worker')
    .execute()
  return rows.map(({ worker, team, other_team: other, received, ...counted }) => ({
    ...{ worker: worker ?? '', team: team === other ? team : null, longest: daysBetween(received, at.on) },
    ...numbers(counted),
  }))
}

/** PostgreSQL writes sums as text. */
function numbers<K extends string>(counted: Readonly<Record<K, number>>): Record<K, number> {
  return Object.fromEntries(Object.entries(counted).map(([name, count]) => [name, Number(count)])) as Record<K, number>
}

/** 1 where something of a case had started by the end of the day and not ended, otherwise 0. */
function underWay<T extends keyof Tables>(table: T, ended: keyof Tables[T] & string, on: Day): RawBuilder<number> {
  return sql`case when exists (select 1 from ${sql.table(table)} as its
    where its.child = held.child and its.referral = held.referral and its.started <= ${on}
      and (${sql.ref(`its.${ended}`)} is null or ${sql.ref(`its.${ended}`)} > ${on})) then 1 else 0 end`
}

/** How many clocks of a case ran at the end of the day and had been due before it. */
function overdue(on: Day): RawBuilder<number> {
  return sql`(select count(*) from timescale as its
    where its.child = held.child and its.referral = held.referral and its.off = 0 and its.due < ${on}
      and (its.stop is null or its.stop > ${on}))`
}
