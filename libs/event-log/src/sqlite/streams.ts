import type { StreamEvent } from '../log.js'
import { saidInAll } from '../text.js'
import { remembered } from './remembered.js'
import { type OpenRow, openColumns, openEvent, placed } from './rows.js'
import type { Connection } from './store.js'

/** A stream in one row: lists with an entry for each of its events, in the same order, and their texts as a JSON array. */
type Listed = [stream: number, versions: string, positions: string, types: string, texts: string, words?: string]
type OneByOne = [...OpenRow, words: Buffer | null]

const wordsOfTypes = 'CASE WHEN type IN (SELECT value FROM json_each(?)) THEN words END'

/**
 * Reads whole streams, by their numbers those after one and up to another, with the sealed words of some types. A
 * value for each stream costs a third less than some for each event.
 */
export function streamsOn(connection: Connection, nameOf: (stream: number) => string) {
  const listed = (words: string) =>
    connection
      .prepare<unknown[], Listed>(
        `SELECT stream, group_concat(version), '[' || group_concat(position) || ']', group_concat(type),
           '[' || group_concat(open) || ']'${words}
         FROM events WHERE stream > ? AND stream <= ? GROUP BY stream ORDER BY stream`,
      )
      .raw()
  const withoutWords = listed('')
  const withWords = listed(`, group_concat(hex(${wordsOfTypes}))`)
  const oneByOne = connection
    .prepare<[types: string, stream: number], OneByOne>(
      `SELECT ${openColumns}, ${wordsOfTypes} FROM events WHERE stream = ? ORDER BY version`,
    )
    .raw()

  return (after: number, until: number, wordsOf: readonly string[]): StreamEvent[][] => {
    const types = JSON.stringify(wordsOf)
    const rows = wordsOf.length > 0 ? withWords.all(types, after, until) : withoutWords.all(after, until)
    return rows.map((row) => {
      const name = nameOf(row[0])
      return (
        eventsIn(row, name) ??
        oneByOne.all(types, row[0]).map((each) => withItsWords(openEvent(each, name), each[5] ?? undefined))
      )
    })
  }
}

/**
 * The events of a stream in one row. Nothing where a text is not that of an event, or the versions do not run from 1 in
 * order, as SQLite does not promise: read one by one, the events are what they are, or the one at fault is named.
 */
function eventsIn([, versions, positions, types, texts, words]: Listed, stream: string): StreamEvent[] | undefined {
  const said = saidInAll(texts)
  const type = typesIn(types)
  if (said?.length !== type.length || versions !== countedTo(type.length)) return undefined
  const position = JSON.parse(positions) as readonly number[]
  const events = said.map((told, at) => placed(told, stream, at + 1, position[at] ?? 0, type[at] ?? ''))
  const sealed = words?.split(',')
  return sealed ? events.map((event, at) => withItsWords(event, sealed[at] && Buffer.from(sealed[at], 'hex'))) : events
}

/** Many children's histories hold the same types in the same order. */
const typesIn = remembered((types: string): readonly string[] => types.split(','), 1_000)

/** `1,2,3` for 3. */
const countedTo = remembered((last: number) => Array.from({ length: last }, (_, index) => index + 1).join(), 1_000)

function withItsWords(event: StreamEvent, words: Uint8Array | '' | undefined): StreamEvent {
  return words ? { ...event, words } : event
}
