import { rmSync } from 'node:fs'
import type { EventLog } from '@front-door/event-log'
import { ROWS } from './projector.js'
import { rowsFile } from './rebuild/rebuild.js'
import { openRows } from './sqlite/store.js'
import type { RowStore } from './store.js'

/**
 * Opens the rows of a data folder. Rows that have come further than the log follow from events that are not in it: an
 * earlier log was restored beside them. They are thrown away, and derived from the log that is there.
 */
export async function openRowsOf(log: EventLog, folder: string): Promise<RowStore> {
  const file = rowsFile(folder)
  const rows = await openRows(file)
  const at = await rows.checkpoint(ROWS)
  if (at <= (await log.end())) return rows
  await rows.close()
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
  return openRows(file)
}

/**
 * Fewer events are taken in one page after the other; so many take a twentieth of the time when all rows are derived
 * anew.
 */
const FEW = 5_000
const SHARE = 20

/** Whether rows are so far behind the log that deriving all of them anew is sooner done than taking in what came. */
export const isFarBehind = (at: number, end: number): boolean => end - at > Math.max(FEW, end / SHARE)
