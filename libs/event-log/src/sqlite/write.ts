import { type Append, type Appended, type EventToAppend, WrongVersion } from '../log.js'
import type { Commands } from './commands.js'
import type { Connection } from './store.js'
import { NotDone } from './transaction.js'

/** What a command appends, as far as it is written. */
export interface ToWrite {
  readonly id: string
  readonly fingerprint: string
  readonly appends: readonly AppendToWrite[]
}

interface AppendToWrite extends Pick<Append, 'stream' | 'expected'> {
  readonly events: readonly Pick<EventToAppend, 'type' | 'text' | 'words' | 'hash'>[]
}

/** What one caller asked to have appended. */
export interface Asked extends ToWrite {
  readonly appends: readonly Append[]
}

/**
 * What came of it, in few words, for it may go from one thread to another: the position of its first event, or what
 * the same command had appended before, or which append was behind and where its stream is by now.
 */
export type Written = number | Appended | { readonly behind: number; readonly actual: number }

type StreamRow = [id: number, version: number]

/** Writes what several callers asked for, within a transaction that is begun and committed around it. */
export function writer(connection: Connection, commands: Commands): (asked: readonly ToWrite[]) => readonly Written[] {
  const reached = connection
    .prepare<[string], StreamRow>(
      'SELECT id, (SELECT coalesce(max(version), 0) FROM events WHERE stream = id) FROM streams WHERE name = ?',
    )
    .raw()
  const addStream = connection.prepare('INSERT INTO streams (name) VALUES (?)')
  const addEvent = connection.prepare(`INSERT INTO events VALUES (${Array(7).fill('?').join(', ')})`)
  let position = 0

  const write = ({ id, fingerprint, appends }: ToWrite): Written => {
    const streams = appends.map(({ stream }) => reached.get(stream))
    const behind = appends.findIndex(({ expected }, index) => (streams[index]?.[1] ?? 0) !== expected)
    if (behind >= 0) return commands.find(id) ?? { behind, actual: streams[behind]?.[1] ?? 0 }
    const first = position + 1
    const count = appends.reduce((total, { events }) => total + events.length, 0)
    const isNew = commands.add(id, fingerprint, first, count)
    const earlier = isNew ? undefined : commands.find(id)
    if (earlier) return earlier
    appends.forEach((append, index) => put(append, streams[index]?.[0]))
    return first
  }

  const put = ({ stream, expected, events }: AppendToWrite, known: number | undefined): void => {
    if (events.length === 0) return
    const number = known ?? addStream.run(stream).lastInsertRowid
    let version = expected
    for (const { type, text, words, hash } of events)
      addEvent.run(++position, number, ++version, type, text, words ?? null, hash)
  }

  return (asked) => {
    position = commands.begin()
    return asked.map(write)
  }
}

/** The same, as it is told to who asked. */
export function toldOf({ id, fingerprint, appends }: Asked, written: Written): Appended | NotDone {
  if (typeof written === 'number') return { command: id, fingerprint, events: placesOf(appends, written) }
  if ('command' in written) return written
  const { stream = '', expected = 0 } = appends[written.behind] ?? {}
  return new NotDone(new WrongVersion(stream, expected, written.actual))
}

function placesOf(appends: readonly Append[], first: number): Appended['events'] {
  let position = first
  return appends.flatMap(({ stream, expected, events }) =>
    events.map(({ id, type }, index) => ({ stream, version: expected + index + 1, position: position++, id, type })),
  )
}
