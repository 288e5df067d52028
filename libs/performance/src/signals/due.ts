import type { Day } from '@front-door/calendar'
import type { Page, Paging, RowStore } from '@front-door/read-models'
import { placeAfter, readPlace } from '../paging/place.js'

/** A clock that is running: what has to be done about whom, and by when. */
export interface DueItem {
  readonly child: string
  /** The ids of those the child's record is restricted to, with commas between; null where it is not restricted. */
  readonly restricted_to: string | null
  readonly clock: string
  readonly kind: string
  readonly item: string
  readonly start: Day
  readonly due: Day
  /** Who holds the case, if anybody does. */
  readonly worker: string | null
  readonly team: string | null
}

export interface DueWanted {
  /** What is due up to the end of this day, what is overdue among it. */
  readonly until: Day
  readonly clock?: string | undefined
  readonly team?: string | undefined
  readonly worker?: string | undefined
}

/** Every clock that runs and is due by a day, the longest overdue first. */
export async function due(
  { db }: Pick<RowStore, 'db'>,
  wanted: DueWanted,
  { after, limit }: Paging,
): Promise<Page<DueItem>> {
  let query = running(db, wanted)
    .leftJoin('child', 'child.child', 'timescale.child')
    .select(['timescale.child as child', 'child.restricted_to as restricted_to', 'timescale.clock as clock'])
    .select(['timescale.kind as kind', 'timescale.item as item', 'timescale.start as start', 'timescale.due as due'])
    .select(['timescale.number as number', 'allocation.worker as worker', 'allocation.team as team'])
  const [day, item, clock, number] = (after && readPlace(after, 4)) || []
  if (typeof day === 'string' && typeof item === 'string' && typeof clock === 'string' && typeof number === 'number')
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('timescale.due', 'timescale.item', 'timescale.clock', 'timescale.number'),
        '>',
        tuple(day, item, clock, number),
      ),
    )
  const rows = await query
    .orderBy('timescale.due')
    .orderBy('timescale.item')
    .orderBy('timescale.clock')
    .orderBy('timescale.number')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    rows: rows.slice(0, limit).flatMap(({ due, ...row }) => (due === null ? [] : [{ ...row, due }])),
    ...(rows.length > limit && last ? { next: placeAfter([last.due, last.item, last.clock, last.number]) } : {}),
  }
}

/** How many of each clock are overdue on a day, and how many are due from then on. */
export interface DueCount {
  readonly clock: string
  readonly overdue: number
  readonly soon: number
}

export async function dueCounts(
  { db }: Pick<RowStore, 'db'>,
  wanted: DueWanted & { readonly today: Day },
): Promise<readonly DueCount[]> {
  const rows = await running(db, wanted)
    .select('timescale.clock as clock')
    .select(({ eb, fn }) =>
      fn.count<number>(eb.case().when('timescale.due', '<', wanted.today).then(1).end()).as('overdue'),
    )
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .groupBy('timescale.clock')
    .orderBy('timescale.clock')
    .execute()
  return rows.map(({ clock, overdue, all }) => ({
    ...{ clock, overdue: Number(overdue) },
    soon: Number(all) - Number(overdue),
  }))
}

function running(db: RowStore['db'], { until, clock, team, worker }: DueWanted) {
  let query = db
    .selectFrom('timescale')
    .leftJoin('allocation', (join) =>
      join
        .onRef('allocation.child', '=', 'timescale.child')
        .onRef('allocation.referral', '=', 'timescale.referral')
        .on('allocation.ended', 'is', null),
    )
    .where('timescale.stop', 'is', null)
    .where('timescale.off', '=', 0)
    .where('timescale.due', '<=', until)
  if (clock) query = query.where('timescale.clock', '=', clock)
  if (team) query = query.where('allocation.team', '=', team)
  if (worker) query = query.where('allocation.worker', '=', worker)
  return query
}
