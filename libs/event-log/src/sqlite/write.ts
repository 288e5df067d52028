import { type Append, type Appended, WrongVersion } from '../log.js'
import type { Commands } from './commands.js'
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
  const reached = connection
    .prepare<[string], StreamRow>(
      'SELECT id, (SELECT coalesce(max(version), 0) FROM events WHERE stream = id) FROM streams WHERE name = ?',
    )
    .raw()
  const addStream = connection.prepare('INSERT INTO streams (name) VALUES (?)')
  const addEvent = connection.prepare(`INSERT INTO events VALUES (${Array(7).fill('?').join(', ')})`)
  let position = 0

  const write = ({ id, fingerprint, appends }: Asked): Appended | WrongVersion => {
    const streams = appends.map(({ stream }) => reached.get(stream))
    const stale = appends.findIndex(({ expected }, index) => (streams[index]?.[1] ?? 0) !== expected)
    const wrong = appends[stale]
    if (wrong) return commands.find(id) ?? new WrongVersion(wrong.stream, wrong.expected, streams[stale]?.[1] ?? 0)
    const count = appends.reduce((total, { events }) => total + events.length, 0)
    const isNew = commands.add(id, fingerprint, position + 1, count)
    const earlier = isNew ? undefined : commands.find(id)
    if (earlier) return earlier
    return { command: id, fingerprint, events: appends.flatMap((append, index) => put(append, streams[index]?.[0])) }
  }

  const put = ({ stream, expected, events }: Append, known: number | undefined): Appended['events'] => {
    if (events.length === 0) return []
    const number = known ?? addStream.run(stream).lastInsertRowid
    return events.map(({ id, type, text, words, hash }, index) => {
      const version = expected + index + 1
      addEvent.run(++position, number, version, type, text, words ?? null, hash)
      return { stream, version, position, id, type }
    })
  }

  return (asked) => {
    position = lastPosition.get() ?? 0
    return asked.map(write)
  }
}
