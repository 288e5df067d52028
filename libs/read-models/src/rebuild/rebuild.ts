import { join } from 'node:path'
import type { Sources } from '../derive.js'
import { ROWS, projector } from '../projector.js'
import type { RowStore } from '../store.js'
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
}

export const rowsFile = (folder: string): string => join(folder, 'rows.db')
const freshFile = (folder: string): string => join(folder, 'rows-rebuild.db')

/**
 * Derives every row anew from the log and puts them in the place of those that are kept, while people work. Broken off
 * at any moment, the next call goes on with it. `live` is the store in the folder's `rows.db`.
 */
export async function rebuild(sources: Sources, { folder, program, ...how }: Rebuilding): Promise<Rebuilt> {
  const file = freshFile(folder)
  const live = rowsFile(folder)
  const fresh = await openFresh(file, live, markOf(sources, program), await sources.log.end())
  try {
    const events = fresh.at.isComplete ? fresh.at.events : await deriveAll(sources, fresh, how)
    const store = await fresh.complete()
    do await catchUp(sources, store)
    while (!(await fresh.swapInto(live)))
    fresh.close()
    removeFresh(file)
    return { events, read: events - fresh.at.events }
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
  for await (const page of sources.log.readAll(await rows.checkpoint(ROWS)))
    await consumer.take(page, page.at(-1)?.position ?? 0)
}
