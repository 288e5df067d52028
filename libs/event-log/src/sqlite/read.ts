import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OpenEvent, Position, StoredEvent, StreamEvent, StreamsWanted } from '../log.js'
import { remembered } from './remembered.js'
import { type OpenRow, type Row, allColumns, openColumns, openEvent, storedEvent } from './rows.js'
import type { Connection } from './store.js'
import { streamsOn } from './streams.js'

/**
 * How many positions are looked at before others have their turn of the event loop. A page is let go of before the
 * next is read: a few hundred events cost the garbage collector nothing, thousands as much as all the rest.
 */
const PAGE = 500
/** Most of them are passed over when only some types are wanted. */
const FILTERED_PAGE = 20_000
/** Streams that are read together. */
const STREAMS = 50

export interface Reads {
  stream(name: string, after: number): StoredEvent[]
  words(stream: string, events: readonly string[]): ReadonlyMap<string, Uint8Array | undefined>
  streams(wanted: StreamsWanted): AsyncGenerator<StreamEvent[][]>
  all(after: Position, types?: readonly string[]): AsyncGenerator<StoredEvent[]>
  open(after: Position, types?: readonly string[]): AsyncGenerator<OpenEvent[]>
  /** The first events after a position: none only where there are no more. */
  next(after: Position): StoredEvent[]
  names(): AsyncGenerator<string[]>
  end(): Position
}

export function readsOn(connection: Connection): Reads {
  const numberOf = connection.prepare<[string], number>('SELECT id FROM streams WHERE name = ?').pluck()
  const named = connection.prepare<[number], string>('SELECT name FROM streams WHERE id = ?').pluck()
  const nameOf = remembered((stream: number) => named.get(stream) ?? '')
  const ofStream = connection
    .prepare<[number, number], Row>(
      `SELECT ${allColumns} FROM events WHERE stream = ? AND version > ? ORDER BY version`,
    )
    .raw()
  const wordsOf = connection
    .prepare<[number, string], [id: string, words: Buffer | null]>(
      `SELECT open ->> 'id', words FROM events
       WHERE stream = ? AND open ->> 'id' IN (SELECT value FROM json_each(?)) ORDER BY version`,
    )
    .raw()
  const whole = streamsOn(connection, nameOf)
  const last = connection.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck()
  const lastStream = connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM streams').pluck()
  const names = connection
    .prepare<[number], [id: number, name: string]>(
      `SELECT id, name FROM streams WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
    )
    .raw()
  const next = connection
    .prepare<[number], Row>(`SELECT ${allColumns} FROM events WHERE position > ? ORDER BY position LIMIT ${PAGE}`)
    .raw()
  const stored = (row: Row) => storedEvent(row, nameOf(row[1]))
  const open = (row: OpenRow) => openEvent(row, nameOf(row[1]))
  const end = () => last.get() ?? 0

  return {
    stream: (name, after) => ofStream.all(numberOf.get(name) ?? 0, after).map((row) => storedEvent(row, name)),
    words(name, events) {
      const rows = wordsOf.all(numberOf.get(name) ?? 0, JSON.stringify(events))
      return new Map(rows.map(([id, words]) => [id, words ?? undefined]))
    },
    async *streams({ after, until, wordsOf = [] }) {
      const last = until === undefined ? (lastStream.get() ?? 0) : (numberOf.get(until) ?? 0)
      for (let start = after === undefined ? 0 : (numberOf.get(after) ?? 0); start < last; start += STREAMS) {
        const streams = whole(start, Math.min(start + STREAMS, last), wordsOf)
        if (streams.length > 0) yield streams
        await nextTurn()
      }
    },
    all: (after, types) => pages(connection, allColumns, stored, after, end(), types),
    open: (after, types) => pages(connection, openColumns, open, after, end(), types),
    next: (after) => next.all(after).map(stored),
    async *names() {
      for (let page = names.all(0); page.length > 0; page = names.all(page.at(-1)?.[0] ?? 0)) {
        yield page.map(([, name]) => name)
        await nextTurn()
      }
    },
    end,
  }
}

/** Pages are cut by position, so that each takes a bounded time however few of its events are wanted. */
async function* pages<From extends unknown[], To>(
  connection: Connection,
  columns: string,
  read: (row: From) => To,
  after: Position,
  end: Position,
  types: readonly string[] | undefined,
): AsyncGenerator<To[]> {
  const size = types ? FILTERED_PAGE : PAGE
  const ofTypes = types ? 'AND type IN (SELECT value FROM json_each(?))' : ''
  const statement = connection
    .prepare<unknown[], From>(
      `SELECT ${columns} FROM events WHERE position > ? AND position <= ? ${ofTypes} ORDER BY position`,
    )
    .raw()
  const wanted = types ? [JSON.stringify(types)] : []
  for (let start = after; start < end; start += size) {
    const rows = statement.all(start, Math.min(start + size, end), ...wanted)
    if (rows.length > 0) yield rows.map(read)
    await nextTurn()
  }
}
