import type { Day } from '@front-door/calendar'
import type { Page, Paging, RowStore } from '@front-door/read-models'
import { placeAfter, readPlace } from '../paging/place.js'

/** One reason that was given for several children, word for word. Only its fingerprint is known here. */
export interface CopiedReason {
  readonly reason: string
  readonly children: number
  readonly decisions: number
  readonly workers: number
  readonly first: Day
  readonly last: Day
}

export interface CopiedReasonsWanted {
  readonly from: Day
  readonly to: Day
  /** Only decisions of these types: `ReferralDecided`, `AssessmentAuthorised` ... */
  readonly types?: readonly string[] | undefined
}

/**
 * Reasons given word for word for more than one child, on more than one occasion: what is decided of brothers and sisters
 * together, in one act, is one occasion. Those given for most children first.
 */
export async function copiedReasons(
  { db }: Pick<RowStore, 'db'>,
  { from, to, types }: CopiedReasonsWanted,
  { after, limit }: Paging,
): Promise<Page<CopiedReason>> {
  const inDays = db.selectFrom('decision').where('day', '>=', from).where('day', '<=', to)
  const asked = types ? inDays.where('type', 'in', [...types]) : inDays
  // Most reasons are given once: which are not is found first, without counting what is different.
  const repeated = asked
    .where('reason', 'is not', null)
    .groupBy('reason')
    .select('reason')
    .having(({ eb, fn }) => eb(fn.min('child'), '<>', fn.max('child')))
    .having(({ eb, fn }) => eb(fn.min('recorded_at'), '<>', fn.max('recorded_at')))
  let query = asked
    .where('reason', 'in', repeated)
    .groupBy('reason')
    .select(({ fn, ref }) => [
      'reason',
      fn.count<number>('child').distinct().as('children'),
      fn.countAll<number>().as('decisions'),
      fn.count<number>('worker').distinct().as('workers'),
      fn.min(ref('day')).as('first'),
      fn.max(ref('day')).as('last'),
    ])
  const [children, before] = (after && readPlace(after, 2)) || []
  if (typeof children === 'number' && typeof before === 'string')
    query = query.having(({ eb, fn, and, or }) => {
      const many = fn.count('child').distinct()
      return or([eb(many, '<', children), and([eb(many, '=', children), eb('reason', '>', before)])])
    })
  const rows = await query
    .orderBy('children', 'desc')
    .orderBy('reason')
    .limit(limit + 1)
    .execute()
  const shown = rows
    .slice(0, limit)
    .flatMap(({ reason, ...counted }) => (reason === null ? [] : [{ reason, ...counted }]))
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > limit && last ? { next: placeAfter([last.children, last.reason]) } : {}) }
}

/** One decision that was given that reason: of which child, by whom and when. Its event opens into the words. */
export interface ReasonGiven {
  readonly event: string
  readonly child: string
  readonly restricted_to: string | null
  readonly type: string
  readonly item: string
  readonly referral: string | null
  readonly outcome: string | null
  readonly day: Day
  readonly recorded_at: string
  readonly worker: string
  readonly role: string
  readonly team: string
}

/** Every decision of the days that was given that reason, in the order they were recorded. */
export async function reasonGiven(
  { db }: Pick<RowStore, 'db'>,
  reason: string,
  { from, to, types }: CopiedReasonsWanted,
  { after, limit }: Paging,
): Promise<Page<ReasonGiven>> {
  let query = db
    .selectFrom('decision')
    .leftJoin('child', 'child.child', 'decision.child')
    .select(['event', 'decision.child as child', 'child.restricted_to as restricted_to', 'type', 'item', 'referral'])
    .select(['outcome', 'day', 'recorded_at', 'worker', 'role', 'team'])
    .where('reason', '=', reason)
    .where('day', '>=', from)
    .where('day', '<=', to)
  if (types) query = query.where('type', 'in', [...types])
  const [at, event] = (after && readPlace(after, 2)) || []
  if (typeof at === 'string' && typeof event === 'string')
    query = query.where(({ eb, and, or }) =>
      or([eb('recorded_at', '>', at), and([eb('recorded_at', '=', at), eb('event', '>', event)])]),
    )
  const rows = await query
    .orderBy('recorded_at')
    .orderBy('event')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > limit && last ? { next: placeAfter([last.recorded_at, last.event]) } : {}) }
}
