import type { RowStore } from '@front-door/read-models'

/** An event that was recorded after a figure was published. */
export interface LateEntry {
  readonly child: string
  readonly event: string
  readonly type: string
  readonly occurred_at: string
  readonly recorded_at: string
  readonly worker: string
  readonly team: string
  /** The event it corrects or withdraws. */
  readonly corrects: string | null
}

export interface LateEntriesWanted {
  readonly children: readonly string[]
  /** An instant: what was recorded after it. */
  readonly after: string
}

/** As many children as one statement is asked of. */
const AT_ONCE = 500

/** What was recorded about some children after an instant, in the order it was recorded. */
export async function lateEntries(
  { db }: Pick<RowStore, 'db'>,
  { children, after }: LateEntriesWanted,
): Promise<readonly LateEntry[]> {
  const found: LateEntry[] = []
  for (let from = 0; from < children.length; from += AT_ONCE)
    found.push(
      ...(await db
        .selectFrom('trail_line')
        .select(['child', 'event', 'type', 'occurred_at', 'recorded_at', 'worker', 'team', 'corrects'])
        .where('child', 'in', children.slice(from, from + AT_ONCE))
        .where('recorded_at', '>', after)
        .orderBy('recorded_at')
        .orderBy('event')
        .execute()),
    )
  return found
}
