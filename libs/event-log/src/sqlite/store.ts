import Database from 'better-sqlite3'
import { join } from 'node:path'
import { codeOf } from '../error-code.js'
import { ensureFolder } from '../folder.js'
import { closeToOthers, ensurePrivate } from '../private.js'

export type Connection = Database.Database

/**
 * One of our files: what it is called, how SQLite marks it as ours, its tables, a step for each schema version, and
 * what is read when it is opened, so that a file whose end is damaged is not written to.
 */
export interface Kind {
  readonly file: string
  readonly what: string
  readonly mark: number
  readonly steps: readonly string[]
  readonly reads?: readonly string[]
}

/** The data folder or a file in it cannot be used, and why. */
export class UnusableStore extends Error {}

/** What SQLite wrote to a file is not there any more: the disk, a copy, or another program's doing. */
export class DamagedStore extends UnusableStore {}

/** What SQLite says of a file whose pages are not what it wrote, as an error that names the file. */
export function damageIn(error: unknown, file: string): DamagedStore | undefined {
  if (error instanceof DamagedStore) return error
  if (!codeOf(error).startsWith('SQLITE_CORRUPT')) return undefined
  const says = error instanceof Error ? error.message : codeOf(error)
  return new DamagedStore(`${file} is damaged (${says}). Restore it from a back-up: docs/operating.md says how.`, {
    cause: error,
  })
}

/** How long one process waits while another writes to the same file, in milliseconds. */
const PATIENCE = 5_000

/**
 * Opens a file of the data folder, or makes it; nobody but the owner may read what is in that folder. Every commit is
 * on disk before it is acknowledged: better-sqlite3 opens a write-ahead log with `synchronous=NORMAL`, so FULL is set
 * each time.
 */
export function openStore(folder: string, kind: Kind): Connection {
  const file = join(folder, kind.file)
  try {
    ensureFolder(folder)
    closeToOthers(folder)
    ensurePrivate(file)
    const connection = new Database(file, { timeout: PATIENCE })
    try {
      return prepared(connection, file, kind)
    } catch (error) {
      connection.close()
      throw error
    }
  } catch (error) {
    throw inWords(error, folder, file, kind)
  }
}

function prepared(connection: Connection, file: string, kind: Kind): Connection {
  const mark = connection.pragma('application_id', { simple: true })
  const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (mark !== kind.mark && tables !== 0) throw new UnusableStore(`${file} is not ${kind.what} of Front Door.`)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.exec('BEGIN IMMEDIATE')
  try {
    bringUpToDate(connection, file, kind)
    connection.exec('COMMIT')
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  }
  for (const read of kind.reads ?? []) connection.prepare(read).all()
  return connection
}

/** Within a transaction, so that of two processes that open a new file only one makes the tables. */
function bringUpToDate(connection: Connection, file: string, kind: Kind): void {
  const schema = Number(connection.pragma('user_version', { simple: true }))
  if (schema > kind.steps.length)
    throw new UnusableStore(
      `${file} was written by a newer Front Door (schema ${schema}; this one knows ${kind.steps.length}). Start that version.`,
    )
  for (const step of kind.steps.slice(schema)) connection.exec(step)
  if (schema === kind.steps.length) return
  connection.pragma(`application_id = ${kind.mark}`)
  connection.pragma(`user_version = ${kind.steps.length}`)
}

const unwritable = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST']

function inWords(error: unknown, folder: string, file: string, kind: Kind): unknown {
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB')
    return new DamagedStore(
      `${file} is not ${kind.what} of Front Door. If it was, its beginning is damaged: restore it from a back-up.`,
      { cause: error },
    )
  if (unwritable.some((each) => code.startsWith(each)))
    return new UnusableStore(
      `The folder ${folder} cannot be written. Give the user that runs Front Door the right to.`,
      {
        cause: error,
      },
    )
  return damageIn(error, file) ?? error
}
