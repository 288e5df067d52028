import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Position } from '@front-door/event-log'
import type { RangeRows } from '../derive.js'
import { ROWS } from '../projector.js'
import { rowsOn } from '../sqlite/store.js'
import { rowWriter } from '../sqlite/write.js'
import type { RowStore } from '../store.js'
import { childTables } from '../tables.js'

/** Rows as they are derived anew, in a file of their own, until they are all there. */
export interface Fresh {
  /** The last stream whose rows are here, the events they follow from, and whether there are any more. */
  readonly at: { readonly after: string | undefined; readonly events: number; readonly isComplete: boolean }
  /** The rows of all streams up to one, in order: nothing of a range is kept by half. */
  add(range: RangeRows, until: string): void
  /** Says that every stream is in: what the log held when the first was read has its rows here. */
  complete(): Promise<RowStore>
  /**
   * Puts these rows in the place of those in another file, all or nothing. Who reads there sees the old or the new ones.
   * Gives false, and changes nothing, where those have come further than these.
   */
  swapInto(live: string): boolean
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
  readonly swapping: number
}

/**
 * Opens the file where an earlier rebuild left off, or a new one that begins at the end of the log. What was derived by
 * another program or policy (`mark`), or may have been swapped in already, is left and derived again. Throws
 * `RebuildUnderWay`.
 */
export async function openFresh(file: string, mark: string, end: Position): Promise<Fresh> {
  const connection = held(file)
  try {
    const state = stateIn(connection)
    if (state?.mark === mark && state.swapping === 0) return freshOn(connection, state)
    connection.close()
    removeFresh(file)
    return await begun(held(file), mark, end)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Nobody else can open it, for as long as this connection lives. */
function held(file: string): Database.Database {
  const connection = new Database(file, { timeout: 0 })
  try {
    connection.pragma('main.locking_mode = EXCLUSIVE')
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    connection.pragma('cache_size = -65536')
    connection.exec('BEGIN IMMEDIATE; COMMIT')
    return connection
  } catch (error) {
    connection.close()
    throw (error as { code?: unknown }).code === 'SQLITE_BUSY' ? new RebuildUnderWay() : error
  }
}

function stateIn(connection: Database.Database): State | undefined {
  const made = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'rebuild'").get()
  return made ? connection.prepare<[], State>('SELECT * FROM rebuild').get() : undefined
}

async function begun(connection: Database.Database, mark: string, end: Position): Promise<Fresh> {
  await rowsOn(connection)
  const state: State = { mark, begun: end, after: null, events: 0, swapping: 0 }
  connection
    .transaction(() => {
      // Sorted once when all rows are there, an index takes a fraction of the time: see `complete`.
      for (const name of indexesIn(connection, 'main').keys()) connection.exec(`DROP INDEX "${name}"`)
      connection.exec(
        'CREATE TABLE rebuild (mark TEXT, begun INTEGER, after TEXT, events INTEGER, swapping INTEGER NOT NULL)',
      )
      connection.prepare('INSERT INTO rebuild VALUES (@mark, @begun, @after, @events, @swapping)').run(state)
    })
    .immediate()
  return freshOn(connection, state)
}

function freshOn(connection: Database.Database, state: State): Fresh {
  const { begun: from, after, events } = state
  // A record may be merged into another between the reading of the two: then its items are told with the latter.
  const write = rowWriter(connection, 'INSERT OR REPLACE')
  const isComplete = connection.prepare('SELECT 1 FROM checkpoint WHERE consumer = ?').get(ROWS) !== undefined
  const reached = connection.prepare('UPDATE rebuild SET after = ?, events = events + ?')
  return {
    at: { after: after ?? undefined, events, isComplete },
    add: connection.transaction((range: RangeRows, until: string) => {
      for (const { rows } of range.children) write.add(rows)
      reached.run(until, range.events)
    }),
    async complete() {
      const store = await rowsOn(connection)
      if (!isComplete) await store.replace(ROWS, from, [])
      return store
    },
    swapInto: (live) => swap(connection, live),
    close: () => connection.close(),
  }
}

function swap(connection: Database.Database, live: string): boolean {
  connection.pragma('busy_timeout = 60000')
  connection.prepare('ATTACH ? AS live').run(live)
  const swapping = connection.prepare('UPDATE main.rebuild SET swapping = ?')
  let isIn = false
  try {
    for (const [name, sql] of indexesIn(connection, 'live'))
      if (!indexesIn(connection, 'main').has(name)) connection.exec(sql)
    swapping.run(1)
    isIn = connection.transaction(() => putIn(connection)).immediate()
    return isIn
  } finally {
    if (!isIn) swapping.run(0)
    connection.exec('DETACH live')
  }
}

/** While this holds the file nobody takes in events there: nothing that was taken in is lost. */
function putIn(connection: Database.Database): boolean {
  const at = (schema: string) =>
    connection
      .prepare<[string], number>(`SELECT position FROM ${schema}.checkpoint WHERE consumer = ?`)
      .pluck()
      .get(ROWS)
  if ((at('live') ?? 0) > (at('main') ?? 0)) return false
  for (const table of childTables) {
    connection.exec(`DELETE FROM live.${table}`)
    connection.exec(`INSERT INTO live.${table} SELECT * FROM main.${table}`)
  }
  connection
    .prepare('INSERT OR REPLACE INTO live.checkpoint SELECT * FROM main.checkpoint WHERE consumer = ?')
    .run(ROWS)
  return true
}

/** The statements of all indexes that are made by one. */
function indexesIn(connection: Database.Database, schema: 'main' | 'live'): ReadonlyMap<string, string> {
  const indexes = connection
    .prepare<[], [string, string]>(
      `SELECT name, sql FROM ${schema}.sqlite_schema WHERE type = 'index' AND sql NOT NULL`,
    )
    .raw()
  return new Map(indexes.all())
}

export function removeFresh(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
}
