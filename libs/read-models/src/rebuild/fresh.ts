import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Position, ensurePrivate } from '@front-door/event-log'
import type { RangeRows } from '../derive.js'
import { ROWS } from '../projector.js'
import { PATIENCE, rowsOn } from '../sqlite/store.js'
import type { RowStore } from '../store.js'
import type { ChildTableName } from '../tables.js'
import type { Batch } from './batch.js'
import { swap } from './swap.js'

/** Rows as they are derived anew, in a file of their own, until they are all there. */
export interface Fresh {
  /** The last stream whose rows are here, the events they follow from, and whether there are any more. */
  readonly at: { readonly after: string | undefined; readonly events: number; readonly isComplete: boolean }
  /** The rows of all streams up to one, in order: nothing of a range is kept by half. */
  add(range: RangeRows, until: string): void
  /** Says that every stream is in: what the log held when the first was read has its rows here. */
  complete(): Promise<RowStore>
  /**
   * Puts these rows in the place of those in another file, as `swap` says. From then on they cannot be gone on with.
   */
  swapInto(live: string): Promise<boolean>
  close(): void
}

/** Somebody else is deriving the rows of this folder anew. */
export class RebuildUnderWay extends Error {
  constructor() {
    super(
      'The rows of this folder are being rebuilt already. Wait until that is done, or stop it: it can be gone on with.',
    )
  }
}

interface State {
  readonly mark: string
  readonly begun: Position
  readonly after: string | null
  readonly events: number
}

/**
 * Opens the file where an earlier rebuild left off, or a new one that begins at the end of the log. What was derived by
 * another program or policy (`mark`), cannot be swapped into `live`, or may have been already, is left and derived
 * again. Throws `RebuildUnderWay`.
 */
export async function openFresh(file: string, live: string, mark: string, end: Position): Promise<Fresh> {
  const page = pageOf(live)
  const connection = held(file, page)
  try {
    const state = stateIn(connection)
    if (state?.mark === mark && pageIn(connection) === page) return freshOn(connection, state)
    connection.close()
    removeFresh(file)
    return await begun(held(file, page), mark, end)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Events whose rows are kept together: who breaks off loses about a second, and a page is written once, not with each range. */
const KEPT_AT = 32_000

/** Nobody else can open it, for as long as this connection lives. */
function held(file: string, page: number): Database.Database {
  ensurePrivate(file)
  const connection = new Database(file, { timeout: 0 })
  try {
    connection.pragma(`page_size = ${page}`)
    connection.pragma('main.locking_mode = EXCLUSIVE')
    // Nobody reads here meanwhile, and most pages are new: what is written goes to its place at once.
    connection.pragma('journal_mode = TRUNCATE')
    connection.pragma('synchronous = NORMAL')
    connection.pragma('cache_size = -65536')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    return connection
  } catch (error) {
    connection.close()
    throw (error as { code?: unknown }).code === 'SQLITE_BUSY' ? new RebuildUnderWay() : error
  }
}

/** Bytes of a page of a file: what is to be put into it has pages of that size. */
function pageOf(file: string): number {
  ensurePrivate(file)
  const connection = new Database(file, { timeout: PATIENCE })
  try {
    return pageIn(connection)
  } finally {
    connection.close()
  }
}

const pageIn = (connection: Database.Database) => Number(connection.pragma('page_size', { simple: true }))

function stateIn(connection: Database.Database): State | undefined {
  const made = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'rebuild'").get()
  return made ? connection.prepare<[], State>('SELECT * FROM rebuild').get() : undefined
}

async function begun(connection: Database.Database, mark: string, end: Position): Promise<Fresh> {
  await rowsOn(connection)
  const state: State = { mark, begun: end, after: null, events: 0 }
  connection
    .transaction(() => {
      // Sorted once when all rows are there, an index takes a fraction of the time: see `complete`.
      for (const name of indexesIn(connection).keys()) connection.exec(`DROP INDEX "${name}"`)
      connection.exec('CREATE TABLE rebuild (mark TEXT, begun INTEGER, after TEXT, events INTEGER)')
      connection.prepare('INSERT INTO rebuild VALUES (@mark, @begun, @after, @events)').run(state)
    })
    .immediate()
  return freshOn(connection, state)
}

function freshOn(connection: Database.Database, state: State): Fresh {
  const { begun: from, after, events } = state
  const add = adderTo(connection)
  const isComplete = connection.prepare('SELECT 1 FROM checkpoint WHERE consumer = ?').get(ROWS) !== undefined
  const reached = connection.prepare('UPDATE rebuild SET after = ?, events = events + ?')
  let unkept = 0
  const keep = () => {
    if (connection.inTransaction) connection.exec('COMMIT')
    unkept = 0
  }
  return {
    at: { after: after ?? undefined, events, isComplete },
    add(range, until) {
      if (!connection.inTransaction) connection.exec('BEGIN')
      try {
        add(range.rows)
        reached.run(until, range.events)
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        throw error
      }
      unkept += range.events
      if (unkept >= KEPT_AT) keep()
    },
    async complete() {
      keep()
      const store = await rowsOn(connection)
      await index(connection)
      if (!isComplete) await store.replace(ROWS, from, [])
      return store
    },
    swapInto(live) {
      connection.exec('DROP TABLE IF EXISTS rebuild')
      return swap(connection, live)
    },
    close() {
      keep()
      connection.close()
    },
  }
}

/** Values that one statement takes: a statement for each row would cost half as much again, one for more wants memory. */
const VALUES = 120

/** Adds rows of children that have none, some with each statement. */
function adderTo(connection: Database.Database): (rows: Batch) => void {
  const adders = new Map<ChildTableName, (values: readonly unknown[]) => void>()
  return (batch) => {
    for (const [table, { columns, values }] of batch) {
      if (values.length === 0) continue
      const add = adders.get(table) ?? adding(connection, table, columns)
      adders.set(table, add)
      add(values)
    }
  }
}

function adding(connection: Database.Database, table: ChildTableName, columns: readonly string[]) {
  const row = `(${columns.map(() => '?').join(', ')})`
  const conflict = isKeyed(connection, table) ? 'ROLLBACK' : 'REPLACE'
  const inserting = (rows: number) =>
    connection.prepare(
      `INSERT OR ${conflict} INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
    )
  const together = Math.max(1, Math.floor(VALUES / columns.length))
  const some = inserting(together)
  const one = inserting(1)
  return (values: readonly unknown[]) => {
    const enough = values.length - together * columns.length
    let at = 0
    for (; at <= enough; at += together * columns.length) some.run(...values.slice(at, at + together * columns.length))
    for (; at < values.length; at += columns.length) one.run(...values.slice(at, at + columns.length))
  }
}

/**
 * Whether the child is part of a table's key: then no two children have the same row, and a fault may undo all that is
 * not kept yet. To undo one statement alone, each page would be copied before it. Elsewhere a record may be merged into
 * another between the reading of the two: then its items are told with the latter.
 */
function isKeyed(connection: Database.Database, table: ChildTableName): boolean {
  const key = connection.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'child' AND pk > 0`)
  return key.get(table) !== undefined
}

/** The statements of all indexes that are made by one, by their names. */
function indexesIn(connection: Database.Database): ReadonlyMap<string, string> {
  const indexes = connection
    .prepare<[], [string, string]>(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL`)
    .raw()
  return new Map(indexes.all())
}

/** Makes the indexes that the tables have by their shape. */
async function index(connection: Database.Database): Promise<void> {
  const shape = new Database(':memory:')
  await rowsOn(shape)
  const made = indexesIn(connection)
  const missing = [...indexesIn(shape)].filter(([name]) => !made.has(name))
  connection.transaction(() => missing.forEach(([, sql]) => connection.exec(sql))).immediate()
  shape.close()
}

export function removeFresh(file: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(file + part, { force: true })
}
