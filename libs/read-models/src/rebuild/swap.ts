import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Position } from '@front-door/event-log'
import { ROWS } from '../projector.js'
import { PATIENCE } from '../sqlite/store.js'

/** Pages copied at a time, between which this thread has a turn for others: about 16 MB. */
const PAGES = 2_000

/**
 * Puts the whole of one file of rows in the place of what is in another, page by page and all or nothing. Who reads there
 * sees the old or the new rows. Gives false, and changes nothing, where those have come further than these.
 */
export async function swap(fresh: Database.Database, live: string): Promise<boolean> {
  const there = new Database(live, { timeout: PATIENCE })
  // Asked between the pages: nobody else takes in events there then, and nothing that was taken in is lost.
  const progress = () => {
    if (positionIn(there) > positionIn(fresh)) throw new Overtaken()
    return PAGES
  }
  try {
    const copied = async () => (await fresh.backup(live, { progress })).totalPages > 0
    for (const until = Date.now() + PATIENCE; !(await copied()); await wait(20))
      if (Date.now() > until) throw new Error('Somebody holds the rows in use: those derived anew cannot be put in.')
    // What was put in goes to its place now, or the next decision would wait for that.
    there.pragma('wal_checkpoint(PASSIVE)')
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  } finally {
    there.close()
  }
}

class Overtaken extends Error {}

function positionIn(connection: Database.Database): Position {
  const position = connection.prepare<[string], Position>('SELECT position FROM checkpoint WHERE consumer = ?').pluck()
  return position.get(ROWS) ?? 0
}
