import { type Append, type Appended, WrongVersion } from '../log.js'
import type { Commands } from './commands.js'
import { openText } from './rows.js'
import type { Connection } from './store.js'

/** What one caller asked to have appended. */
export interface Asked {
  readonly id: string
  readonly fingerprint: string
  readonly appends: readonly Append[]
}

type StreamRow = [id: number, version: number]

/** Writes what several callers asked for, within a transaction that is begun and committed around it. */
export function writer(
  connection: Connection,
  commands: Commands,
): (asked: readonly Asked[]) => readonly (Appended | WrongVersion)[] {
  const lastPosition = connection.prepare<[], number | null>('SELECT max(position) FROM events').pluck()
  const headOf = connection.prepare<[string], StreamRow>('SELECT id, version FROM streams WHERE name = ?').raw()
  const addStream = connection.prepare('INSERT INTO streams (name, version, hash) VALUES (?, ?, ?)')
  const moveHead = connection.prepare('UPDATE streams SET version = ?, hash = ? WHERE id = ?')
  const addEvent = connection.prepare(`INSERT INTO events VALUES (${Array(7).fill('?').join(', ')})`)
  let position = 0

  const write = ({ id, fingerprint, appends }: Asked): Appended | WrongVersion => {
    const heads = appends.map(({ stream }) => headOf.get(stream))
    const stale = appends.findIndex(({ expected }, index) => (heads[index]?.[1] ?? 0) !== expected)
    const wrong = appends[stale]
    if (wrong) return commands.find(id) ?? new WrongVersion(wrong.stream, wrong.expected, heads[stale]?.[1] ?? 0)
    const count = appends.reduce((total, { events }) => total + events.length, 0)
    const isNew = commands.add(id, fingerprint, position + 1, count)
    const earlier = isNew ? undefined : commands.find(id)
    if (earlier) return earlier
    return { command: id, fingerprint, events: appends.flatMap((append, index) => put(append, heads[index])) }
  }

  const put = ({ stream, expected, events }: Append, head: StreamRow | undefined): Appended['events'] => {
    const last = events.at(-1)
    if (!last) return []
    const reached = expected + events.length
    const number = head?.[0] ?? addStream.run(stream, reached, last.hash).lastInsertRowid
    if (head) moveHead.run(reached, last.hash, number)
    return events.map((event, index) => {
      const { id, type, words, hash } = event
      const version = expected + index + 1
      addEvent.run(++position, number, version, type, openText(event), words ?? null, hash)
      return { stream, version, position, id, type }
    })
  }

  return (asked) => {
    position = lastPosition.get() ?? 0
    return asked.map(write)
  }
}
