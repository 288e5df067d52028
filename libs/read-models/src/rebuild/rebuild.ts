import { join } from 'node:path'
import type { Sources } from '../derive.js'
import { ROWS, projector } from '../projector.js'
import { openRows } from '../sqlite/store.js'
import { setAsideIn } from '../set-aside.js'
import type { RowStore } from '../store.js'
import type { SetAsideTable } from '../tables.js'
import { type Deriving, derivedInOrder, here } from './deriving.js'
import { type Fresh, openFresh, removeFresh } from './fresh.js'
import { markOf } from './mark.js'

export interface RebuildProgress {
  readonly events: number
  /** As many as the log holds. */
  readonly of: number
  readonly perSecond: number
  /** Until every history has been read, at this rate. */
  readonly secondsLeft: number
}

export interface Rebuilding {
  /** The data folder, in which the rows stand in `rows.db`. */
  readonly folder: string
  readonly deriving?: Deriving
  /** Names the version that derives: what another one has begun is left, and begun again. This program where not given. */
  readonly program?: string
  readonly onProgress?: (progress: RebuildProgress) => void
}

export interface Rebuilt {
  /** All events that the rows follow from, and those that were read here: fewer where it was gone on with. */
  readonly events: number
  readonly read: number
  /** The children of whom no rows could be derived. */
  readonly setAside: readonly SetAsideTable[]
}

export const rowsFile = (folder: string): string => join(folder, 'rows.db')
const freshFile = (folder: string): string => join(folder, 'rows-rebuild.db')

/** Of no child at all could rows be derived: that is no reason to take away those in use. */
export class NoRowsDerived extends Error {
  constructor({ child, why }: SetAsideTable) {
    super(
      `No child’s record could be read, and the rows in use are left as they are. The first: child ${child}. ${why}`,
    )
  }
}

/**
 * Derives every row anew from the log and puts them in the place of those that are kept, while people work. Broken off
 * at any moment, the next call goes on with it. A child whose history cannot be read is set aside and told of. Throws
 * `NoRowsDerived`.
 */
export async function rebuild(sources: Sources, { folder, program, ...how }: Rebuilding): Promise<Rebuilt> {
  const file = freshFile(folder)
  const live = rowsFile(folder)
  const fresh = await openFresh(file, live, markOf(sources, program), await sources.log.end())
  try {
    const events = fresh.at.isComplete ? fresh.at.events : await deriveAll(sources, fresh, how)
    const store = await fresh.complete()
    await keepSince(store, live)
    do await catchUp(sources, store)
    while (!(await fresh.swapInto(live)))
    const setAside = await setAsideIn(store)
    fresh.close()
    removeFresh(file)
    return { events, read: events - fresh.at.events, setAside }
  } finally {
    fresh.close()
  }
}

async function deriveAll(
  sources: Sources,
  fresh: Fresh,
  { deriving = here(sources), onProgress = () => undefined }: Pick<Rebuilding, 'deriving' | 'onProgress'>,
): Promise<number> {
  const of = await sources.log.end()
  const begun = performance.now()
  let events = fresh.at.events
  for await (const { range, rows } of derivedInOrder(sources.log, deriving, fresh.at.after)) {
    fresh.add(rows, range.until)
    events += rows.events
    const perSecond = (events - fresh.at.events) / ((performance.now() - begun) / 1_000)
    onProgress({ events, of, perSecond, secondsLeft: Math.max(0, of - events) / perSecond })
  }
  return events
}

/** Takes in what came while the histories were read. */
async function catchUp(sources: Sources, rows: RowStore): Promise<void> {
  const consumer = projector({ ...sources, rows })
  await consumer.begin?.()
  await refuseNone(rows)
  for await (const page of sources.log.readAll(await rows.checkpoint(ROWS)))
    await consumer.take(page, page.at(-1)?.position ?? 0)
}

async function refuseNone(rows: RowStore): Promise<void> {
  const [first] = await setAsideIn(rows)
  if (!first) return
  const known = await rows.db.selectFrom('child').select('child').limit(1).executeTakeFirst()
  if (!known) throw new NoRowsDerived(first)
}

/** Who was set aside in the rows in use before is so since then. */
async function keepSince({ db }: RowStore, file: string): Promise<void> {
  const live = await openRows(file)
  for (const { child, since } of await setAsideIn(live))
    await db.updateTable('set_aside').set({ since }).where('child', '=', child).execute()
  await live.close()
}
