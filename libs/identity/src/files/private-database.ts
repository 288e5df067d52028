import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ensureFolder, ensurePrivate } from '@front-door/event-log'

/**
 * Opens an SQLite file that only its owner may read, and makes it where it is missing. What is committed is on disk;
 * FULL is asked for at every opening, since SQLite reopens a WAL file at NORMAL.
 */
export function openPrivately(file: string, schema: string): Database.Database {
  ensureFolder(dirname(file))
  ensurePrivate(file)
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(schema)
  return db
}
