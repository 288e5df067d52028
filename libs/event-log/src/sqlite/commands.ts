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
 * Commands are kept by a short hash of their ids and nowhere else: one page is written for each, and no index beside it.
 */
export function commandsOn(connection: Connection): Commands {
  const read = connection
    .prepare<[number, string], CommandRow>(
      'SELECT fingerprint, first, events FROM commands WHERE id_hash = ? AND id = ?',
    )
    .raw()
  const events = connection.prepare<[number, number], Appended['events'][number]>(
    `SELECT streams.name AS stream, events.version, position, open ->> 'id' AS id, type
     FROM events JOIN streams ON streams.id = events.stream WHERE position >= ? AND position < ? ORDER BY position`,
  )
  const insert = connection.prepare(
    `INSERT INTO commands (id_hash, id, fingerprint, first, events)
     SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM commands WHERE id_hash = ? AND id = ?)`,
  )
  return {
    find(id) {
      const row = read.get(hashOf(id), id)
      if (!row) return undefined
      const [fingerprint, first, count] = row
      return { command: id, fingerprint, events: events.all(first, first + count) }
    },
    add(id, fingerprint, first, count) {
      const hash = hashOf(id)
      return insert.run(hash, id, fingerprint, first, count, hash, id).changes > 0
    },
  }
}

/** FNV-1a, 32 bits. Two ids may share it. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
