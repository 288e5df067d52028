import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type EventLog, START } from '@front-door/event-log'

/** What somebody would write by hand: the events as JSON in one table, read in order, and one row kept from them. */
export async function openMinimalRows(folder: string, log: EventLog) {
  const events = new Database(join(folder, 'minimal-log.db'))
  events.pragma('journal_mode = WAL')
  events.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, data TEXT, UNIQUE (stream, version))',
  )
  const insert = events.prepare('INSERT INTO events VALUES (?, ?, ?, ?)')
  for await (const page of log.readOpen(START))
    events.transaction(() => {
      for (const { position, stream, version, ...event } of page)
        insert.run(position, stream, version, JSON.stringify(event))
    })()
  const rows = new Database(join(folder, 'minimal-rows.db'))
  rows.pragma('journal_mode = WAL')
  rows.pragma('synchronous = NORMAL')
  rows.exec('CREATE TABLE latest (stream TEXT, type TEXT, day TEXT, worker TEXT, PRIMARY KEY (stream, type))')
  const upsert = rows.prepare(
    'INSERT INTO latest VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET day = excluded.day, worker = excluded.worker',
  )
  const next = events.prepare<[number], { position: number; stream: string; data: string }>(
    'SELECT position, stream, data FROM events WHERE position > ? ORDER BY position LIMIT 1000',
  )
  const take = rows.transaction((page: readonly { stream: string; data: string }[]) => {
    for (const { stream, data } of page) {
      const { type, occurredAt, worker } = JSON.parse(data) as {
        type: string
        occurredAt: string
        worker: { id: string }
      }
      upsert.run(stream, type, occurredAt, worker.id)
    }
  })
  return {
    /** Every event read, parsed, and one row upserted. */
    project(): void {
      rows.exec('DELETE FROM latest')
      for (let page = next.all(0); page.length > 0; page = next.all(page.at(-1)?.position ?? 0)) take(page)
    },
    close() {
      events.close()
      rows.close()
    },
  }
}
