import type { Day } from '@front-door/calendar'
import type { Page, Paging, RowStore } from '@front-door/read-models'
import { sql } from 'kysely'
import { unallocated } from '../catalogue/caseloads.js'
import { parted } from '../counting/parted.js'
import { placeAfter, readPlace } from '../paging/place.js'
import type { CaseloadsWanted } from './caseloads.js'

/** An open case that nobody held at the end of a day. */
export interface Unallocated {
  readonly child: string
  /** The ids of those the child's record is restricted to, with commas between; null where it is not restricted. */
  readonly restricted_to: string | null
  readonly referral: string
  /** The team that recorded the referral; null where that is not known. */
  readonly team: string | null
  readonly received: Day
  /** Null where an earlier system did not say when: then nobody can tell by when it had to be allocated. */
  readonly decided: Day | null
  /** By when it had to be allocated, by the policy in force when it was decided. */
  readonly due: Day | null
}

/** The cases that the figure of unallocated cases counts, those that have waited longest first. */
export async function unallocatedCases(
  { db }: Pick<RowStore, 'db'>,
  { on, team }: CaseloadsWanted,
  { after, limit }: Paging,
): Promise<Page<Unallocated>> {
  const since = sql<string>`coalesce(episode.decided, episode.received)`
  let query = db
    .selectFrom(parted({ db, on }, unallocated({ db, on }), { by: 'team', snapshot: true }).as('waiting'))
    .innerJoin('episode', (join) =>
      join.onRef('episode.child', '=', 'waiting.child').onRef('episode.referral', '=', 'waiting.item'),
    )
    .leftJoin('child', 'child.child', 'waiting.child')
    .leftJoin('timescale', (join) =>
      join
        .onRef('timescale.child', '=', 'waiting.child')
        .onRef('timescale.item', '=', 'waiting.item')
        .on('timescale.clock', '=', 'allocation')
        .on('timescale.number', '=', 1),
    )
    .where('waiting.counted', '=', 1)
    .select(['waiting.child', 'waiting.item as referral', 'waiting.team', 'child.restricted_to'])
    .select(['episode.received', 'episode.decided', 'timescale.due', since.as('since')])
  if (team !== undefined) query = query.where('waiting.part', '=', team)
  const [day, before] = (after && readPlace(after, 2)) || []
  if (typeof day === 'string' && typeof before === 'string')
    query = query.where(sql<boolean>`(${since}, waiting.item) > (${day}, ${before})`)
  const rows = await query
    .orderBy(since)
    .orderBy('waiting.item')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  return {
    rows: rows.slice(0, limit).map(({ since: _, team, ...row }) => ({ ...row, team: team || null })),
    ...(rows.length > limit && last ? { next: placeAfter([last.since, last.referral]) } : {}),
  }
}
