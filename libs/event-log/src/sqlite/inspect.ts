import type { Flaw } from '../flaw.js'
import type { Connection } from './store.js'

const PAGE = 1_000

/**
 * What the tables show that no stream does. Positions are given without gaps here and commands fill all of them, so
 * an event that was taken out leaves a gap even where it was the last of its stream, or of all.
 */
export function* flawsIn(connection: Connection): Generator<Flaw> {
  const gaps = connection.prepare<[number], { before: number; position: number }>(
    `SELECT before, position FROM
       (SELECT position, lag(position, 1, 0) OVER (ORDER BY position) AS before FROM events)
     WHERE position > before + 1 AND position > ? ORDER BY position LIMIT ${PAGE}`,
  )
  yield* paged(gaps, ({ before, position }) => missing(before + 1, position - 1))
  const orphans = connection.prepare<[number], { position: number; version: number; type: string }>(
    `SELECT position, version, type FROM events
     WHERE stream NOT IN (SELECT id FROM streams) AND position > ? ORDER BY position LIMIT ${PAGE}`,
  )
  yield* paged(orphans, (event) => ({ what: 'no-stream', ...event, says: 'The stream of this event is gone.' }))
  const last = connection.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck().get() ?? 0
  const filled = connection.prepare<[], number>('SELECT max(first + events - 1) FROM commands').pluck()
  const reached = filled.get() ?? 0
  if (reached > last) yield missing(last + 1, reached)
}

function* paged<Row extends { readonly position: number }>(
  statement: { all(after: number): Row[] },
  flaw: (row: Row) => Flaw,
): Generator<Flaw> {
  for (let rows = statement.all(0); rows.length > 0; rows = statement.all(rows.at(-1)?.position ?? 0))
    yield* rows.map(flaw)
}

function missing(first: number, last: number): Flaw {
  const which = first === last ? `The event at position ${first} is` : `The events at positions ${first} to ${last} are`
  return { what: 'missing', position: first, says: `${which} missing.` }
}
