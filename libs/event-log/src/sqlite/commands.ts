import type { Appended } from '../log.js'
import type { Connection } from './store.js'

/** Which commands there were, and what they appended. */
export interface Commands {
  find(id: string): Appended | undefined
  /** Whether it was not there yet. */
  add(id: string, fingerprint: string, first: number, events: number): boolean
}

type CommandRow = [fingerprint: string, first: number, events: number]

/**
 * Recent commands are put with the earlier ones when so many more events were appended. Ids come in no order, so in a
 * long index every one is another page to read, to write and to make durable; the recent ones stand on a few pages
 * together.
 */
const RECENT = 4_096

/** Commands are found by a short hash of their ids. */
export function commandsOn(connection: Connection): Commands {
  const recent = connection
    .prepare<[number, string], CommandRow>(
      'SELECT fingerprint, first, events FROM recent_commands WHERE id_hash = ? AND id = ?',
    )
    .raw()
  const earlier = connection
    .prepare<[number, string], CommandRow>(
      `SELECT fingerprint, first, events FROM earlier_ids JOIN commands USING (number) WHERE id_hash = ? AND id = ?`,
    )
    .raw()
  const events = connection.prepare<[number, number], Appended['events'][number]>(
    `SELECT streams.name AS stream, events.version, position, open ->> 'id' AS id, type
     FROM events JOIN streams ON streams.id = events.stream WHERE position >= ? AND position < ? ORDER BY position`,
  )
  const insert = connection.prepare('INSERT INTO recent_commands VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const putAside = [
    `INSERT INTO earlier_ids
     SELECT id_hash, row_number() OVER (ORDER BY first, id) + (SELECT coalesce(max(number), 0) FROM commands)
     FROM recent_commands`,
    `INSERT INTO commands (id, fingerprint, first, events)
     SELECT id, fingerprint, first, events FROM recent_commands ORDER BY first, id`,
    'DELETE FROM recent_commands',
  ].map((sql) => connection.prepare(sql))

  return {
    find(id) {
      const hash = hashOf(id)
      const row = recent.get(hash, id) ?? earlier.get(hash, id)
      if (!row) return undefined
      const [fingerprint, first, count] = row
      return { command: id, fingerprint, events: events.all(first, first + count) }
    },
    add(id, fingerprint, first, count) {
      const hash = hashOf(id)
      if (earlier.get(hash, id) || insert.run(hash, id, fingerprint, first, count).changes === 0) return false
      if (Math.floor(first / RECENT) < Math.floor((first + count) / RECENT)) for (const step of putAside) step.run()
      return true
    },
  }
}

/** FNV-1a, 32 bits. Two ids may share it. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
