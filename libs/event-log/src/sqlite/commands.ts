import type { Appended } from '../log.js'
import type { Connection } from './store.js'

/** Which commands there were, and what they appended. */
export interface Commands {
  find(id: string): Appended | undefined
  /** To be called within a transaction before the first `add` in it: learns what others have added. */
  begin(): void
  /** Whether it was not there yet. */
  add(id: string, fingerprint: string, first: number, events: number): boolean
  /** What was added since `begin` is not there after all. */
  undone(): void
}

type Found = readonly [fingerprint: string, first: number, events: number]
type Recent = [number: number, id: string, ...Found]

/**
 * So many commands are known by their ids in memory, and then put with the earlier ones. Ids come in no order, so in an
 * index every one is another page to read, to write and to make durable: many at once share pages.
 */
const RECENT = 4_096

/** Every command has a number, in the order they came. Earlier ones are found by a short hash of their ids. */
export function commandsOn(connection: Connection): Commands {
  const last = connection
    .prepare<[], number>(
      'SELECT coalesce((SELECT max(number) FROM recent_commands), (SELECT max(number) FROM commands), 0)',
    )
    .pluck()
  const since = connection
    .prepare<[number], Recent>('SELECT number, id, fingerprint, first, events FROM recent_commands WHERE number > ?')
    .raw()
  const earlier = connection
    .prepare<[number, string], [...Found]>(
      `SELECT fingerprint, first, events FROM earlier_ids JOIN commands USING (number) WHERE id_hash = ? AND id = ?`,
    )
    .raw()
  const events = connection.prepare<[number, number], Appended['events'][number]>(
    `SELECT streams.name AS stream, events.version, position, open ->> 'id' AS id, type
     FROM events JOIN streams ON streams.id = events.stream WHERE position >= ? AND position < ? ORDER BY position`,
  )
  const insert = connection.prepare('INSERT INTO recent_commands VALUES (?, ?, ?, ?, ?, ?)')
  const putAside = [
    'INSERT INTO earlier_ids SELECT id_hash, number FROM recent_commands ORDER BY id_hash',
    `INSERT INTO commands (number, id, fingerprint, first, events)
     SELECT number, id, fingerprint, first, events FROM recent_commands`,
    'DELETE FROM recent_commands',
  ].map((sql) => connection.prepare(sql))

  const recent = new Map<string, Found>()
  /** The number of the last command that is known here. */
  let known = 0

  const forget = () => {
    recent.clear()
    known = 0
  }

  const catchUp = () => {
    const number = last.get() ?? 0
    if (number === known) return
    // Where others put aside what is recent it would only grow here.
    if (recent.size > RECENT) forget()
    for (const [, id, ...found] of since.iterate(known)) recent.set(id, found)
    known = number
  }

  const foundAs = (id: string) => recent.get(id) ?? earlier.get(hashOf(id), id)

  return {
    begin: catchUp,
    undone: forget,
    find(id) {
      catchUp()
      const found = foundAs(id)
      if (!found) return undefined
      const [fingerprint, first, count] = found
      return { command: id, fingerprint, events: events.all(first, first + count) }
    },
    add(id, fingerprint, first, count) {
      if (foundAs(id)) return false
      known += 1
      insert.run(known, hashOf(id), id, fingerprint, first, count)
      recent.set(id, [fingerprint, first, count])
      if (known % RECENT > 0) return true
      for (const step of putAside) step.run()
      recent.clear()
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
