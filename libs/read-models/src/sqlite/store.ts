import Database from 'better-sqlite3'
import { ensurePrivate } from '@front-door/event-log'
import { Kysely, SqliteDialect } from 'kysely'
import { type RowStore, checkpointIn, migrate } from '../store.js'
import type { Tables } from '../tables.js'
import { rowWriter } from './write.js'

/** How long one writer waits for another, in milliseconds: a rebuild that swaps in holds the file for some seconds. */
export const PATIENCE = 60_000

/**
 * Bytes of a page in a new file: rows derived anew are written in half the time that twice as many pages would take.
 */
const PAGE = 8_192
/** Pages of the write-ahead log before they are copied into the file: copying takes far longer than taking in a decision. */
const COPIED_AT = 8_000
/** Bytes of the file that are read where they lie in memory: what counts a year's figures reads much of it. */
const MAPPED = 2 ** 31

/** Rows that are kept in no file: in memory, or where SQLite puts what it forgets. */
const unnamed = ['', ':memory:']

/**
 * The embedded store: one SQLite file, for its owner alone. Rows need not survive a power cut, for they are derived
 * again from the checkpoint.
 */
export async function openRows(file: string): Promise<RowStore> {
  if (!unnamed.includes(file)) ensurePrivate(file)
  const connection = new Database(file, { timeout: PATIENCE })
  try {
    connection.pragma(`page_size = ${PAGE}`)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    connection.pragma(`wal_autocheckpoint = ${COPIED_AT}`)
    connection.pragma(`journal_size_limit = ${COPIED_AT * PAGE}`)
    connection.pragma(`mmap_size = ${MAPPED}`)
    return await rowsOn(connection)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The rows in the main file of a connection, with the tables as they are today. */
export async function rowsOn(connection: Database.Database): Promise<RowStore> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) })
  await migrate(db)
  const write = rowWriter(connection)
  const replace = connection.transaction((...[consumer, position, children]: Parameters<RowStore['replace']>) => {
    write.checkpoint(consumer, position)
    write.replace(children)
  })
  return {
    db,
    checkpoint: (consumer) => checkpointIn(db, consumer),
    replace: async (...page) => replace.immediate(...page),
    close: () => db.destroy(),
  }
}
