import type { Appended } from '../log.js'
import type { Connection } from './store.js'

/** Which commands there were, and what they appended. */
export interface Commands {
  find(id: string): Appended | undefined
  /**
   * To be called within a transaction before the first `add` in it: learns what others have added. Gives the position
   * of the last event.
   */
  begin(): number
  /** Whether it was not there yet. */
  add(id: string, fingerprint: string, first: number, events: number): boolean
  /** What was added since `begin` is not there after all. */
  undone(): void
}

type Found = readonly [number: number, fingerprint: string, first: number, events: number]

/**
 * So many of the latest commands are known by their ids in memory, and then all put into the index of ids. Ids come in
 * no order, so there every one is another page to read, to write and to make durable: many at once share pages.
 */
const RECENT = 4_096

/** Every command has a number, in the order they came. Earlier ones are found by a short hash of their ids. */
export function commandsOn(connection: Connection): Commands {
  const last = connection
    .prepare<[], [number: number, position: number]>(
      'SELECT number, first + events - 1 FROM commands ORDER BY number DESC LIMIT 1',
    )
    .raw()
  const indexed = connection.prepare<[], number>('SELECT number FROM indexed').pluck()
  const since = connection
    .prepare<[number], [id: string, ...Found]>(
      'SELECT id, number, fingerprint, first, events FROM commands WHERE number > ? ORDER BY number',
    )
    .raw()
  const earlier = connection
    .prepare<[number, string], [...Found]>(
      `SELECT number, fingerprint, first, events FROM earlier_ids JOIN commands USING (number) WHERE id_hash = ? AND id = ?`,
    )
    .raw()
  const events = connection.prepare<[number, number], Appended['events'][number]>(
    `SELECT streams.name AS stream, events.version, position, open ->> 'id' AS id, type
     FROM events JOIN streams ON streams.id = events.stream WHERE position >= ? AND position < ? ORDER BY position`,
  )
  const insert = connection.prepare(
    'INSERT INTO commands (number, id, fingerprint, first, events) VALUES (?, ?, ?, ?, ?)',
  )
  const insertId = connection.prepare('INSERT INTO earlier_ids VALUES (?, ?)')
  const isIndexed = connection.prepare('UPDATE indexed SET number = ?')

  /** Those after the last that is indexed, up to the last that is known here. */
  const recent = new Map<string, Found>()
  let reached = 0
  let known = 0

  const forget = (upTo = 0) => {
    recent.clear()
    reached = known = upTo
  }

  const catchUp = () => {
    const [number, position] = last.get() ?? nothing
    if (number === known) return position
    const upTo = indexed.get() ?? 0
    if (upTo !== reached) forget(upTo)
    for (const [id, ...found] of since.iterate(known)) {
      recent.set(id, found)
      known = found[0]
    }
    return position
  }

  /** In the order of the index: ids that share a page come together. */
  const index = () => {
    const ids = [...recent].map(([id, [number]]) => [hashOf(id), number] as const)
    for (const entry of ids.sort(([one], [other]) => one - other)) insertId.run(entry)
    isIndexed.run(known)
    forget(known)
  }

  const foundAs = (id: string) => recent.get(id) ?? earlier.get(hashOf(id), id)

  return {
    begin: catchUp,
    undone: () => forget(),
    find(id) {
      catchUp()
      const found = foundAs(id)
      if (!found) return undefined
      const [, fingerprint, first, count] = found
      return { command: id, fingerprint, events: events.all(first, first + count) }
    },
    add(id, fingerprint, first, count) {
      if (foundAs(id)) return false
      known += 1
      insert.run(known, id, fingerprint, first, count)
      recent.set(id, [known, fingerprint, first, count])
      if (known % RECENT === 0) index()
      return true
    },
  }
}

const nothing = [0, 0] as const

/** FNV-1a, 32 bits. Two ids may share it. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
