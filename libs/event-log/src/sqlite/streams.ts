import type { StreamEvent } from '../log.js'
import { type Said, isSaid, json } from '../text.js'
import { type OpenRow, openColumns, openEvent } from './rows.js'
import type { Connection } from './store.js'

/** Of each stream one row that holds all its events: one value to read and one to parse instead of one for each event. */
type StreamRow = [stream: number, versions: string, positions: string, types: string, said: string, words?: string]

/** The events of whole streams, by the numbers of the streams. */
export function wholeStreams(connection: Connection, nameOf: (stream: number) => string) {
  const statement = (words: string) =>
    connection
      .prepare<unknown[], StreamRow>(
        `SELECT stream, group_concat(version), '[' || group_concat(position) || ']', group_concat(type),
           '[' || group_concat(open) || ']'${words}
         FROM events WHERE stream > ? AND stream <= ? GROUP BY stream`,
      )
      .raw()
  const withoutWords = statement('')
  const withWords = statement(', group_concat(hex(CASE WHEN type IN (SELECT value FROM json_each(?)) THEN words END))')
  const ofStream = connection
    .prepare<[number], OpenRow>(`SELECT ${openColumns} FROM events WHERE stream = ? ORDER BY version`)
    .raw()

  const read = (row: StreamRow): StreamEvent[] => together(row, nameOf(row[0])) ?? []
  /** Those after one, up to another, and the sealed words of some types. */
  return (after: number, until: number, wordsOf: readonly string[]): StreamEvent[][] =>
    wordsOf.length > 0
      ? withWords.all(JSON.stringify(wordsOf), after, until).map(read)
      : withoutWords.all(after, until).map(read)
}

function together(row: StreamRow, stream: string): StreamEvent[] | undefined {
  const [, versions, positions, types, texts] = row
  const said = json(texts)
  const type = types.split(',')
  const position = JSON.parse(positions) as number[]
  if (!Array.isArray(said) || said.length !== type.length) return undefined
  const events: StreamEvent[] = []
  for (let index = 0; index < said.length; index++) {
    const each: unknown = said[index]
    if (!isSaid(each)) return undefined
    const { id, schema, occurredAt, recordedAt, worker, cause, data, said: spoken, prints } = each
    events.push({ stream, version: index + 1, position: position[index] ?? 0, id, type: type[index] ?? '', schema, occurredAt, recordedAt, worker, cause, data, said: spoken, prints })
  }
  return events
}
