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
 * So many are among the recent ids before they are put with the earlier ones. Ids come in no order, so in a long index
 * every one is another page to read, to write and to make durable; the recent ones stand on a few pages together.
 */
const RECENT = 8_192

/** Commands are kept one after the other, and found by a short hash of their ids. */
export function commandsOn(connection: Connection): Commands {
  const hashed = connection
    .prepare<[number, number], number>(
      'SELECT number FROM recent_ids WHERE id_hash = ? UNION ALL SELECT number FROM earlier_ids WHERE id_hash = ?',
    )
    .pluck()
  const read = connection
    .prepare<[number, string], CommandRow>(
      'SELECT fingerprint, first, events FROM commands WHERE number = ? AND id = ?',
    )
    .raw()
  const events = connection.prepare<[number, number], Appended['events'][number]>(
    `SELECT streams.name AS stream, events.version, position, open ->> 'id' AS id, type
     FROM events JOIN streams ON streams.id = events.stream WHERE position >= ? AND position < ? ORDER BY position`,
  )
  const insert = connection.prepare('INSERT INTO commands (id, fingerprint, first, events) VALUES (?, ?, ?, ?)')
  const index = connection.prepare('INSERT INTO recent_ids VALUES (?, ?)')
  const putAside = connection.prepare('INSERT INTO earlier_ids SELECT * FROM recent_ids')
  const clear = connection.prepare('DELETE FROM recent_ids')

  const rowOf = (id: string, hash: number): CommandRow | undefined => {
    for (const number of hashed.all(hash, hash)) {
      const row = read.get(number, id)
      if (row) return row
    }
    return undefined
  }

  return {
    find(id) {
      const row = rowOf(id, hashOf(id))
      if (!row) return undefined
      const [fingerprint, first, count] = row
      return { command: id, fingerprint, events: events.all(first, first + count) }
    },
    add(id, fingerprint, first, count) {
      const hash = hashOf(id)
      if (rowOf(id, hash)) return false
      const number = Number(insert.run(id, fingerprint, first, count).lastInsertRowid)
      index.run(hash, number)
      if (number % RECENT === 0) {
        putAside.run()
        clear.run()
      }
      return true
    },
  }
}

/** FNV-1a, 32 bits. Two ids may share it. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
