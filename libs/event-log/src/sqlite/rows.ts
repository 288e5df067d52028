import type { OpenEvent, StoredEvent } from '../log.js'
import { type Said, saidIn } from '../text.js'

/** The columns of an event, in the order in which a row is read. */
export const openColumns = 'position, stream, version, type, open'
export const allColumns = `${openColumns}, words, hash`

export type OpenRow = [position: number, stream: number, version: number, type: string, open: string]
export type Row = [...OpenRow, words: Buffer | null, hash: Buffer]

export function openEvent(
  [position, , version, type, text]: readonly [...OpenRow, ...unknown[]],
  stream: string,
): OpenEvent {
  const said = saidIn(text, () => ({ position, stream, version, type }))
  return placed(said, stream, version, position, type)
}

/** What a text says, as the event that stands there. */
export function placed(told: Said, stream: string, version: number, position: number, type: string): OpenEvent {
  const { id, schema, occurredAt, recordedAt, worker, cause, data, said, prints } = told
  return { stream, version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints }
}

export function storedEvent(row: Row, stream: string): StoredEvent {
  const [, , , , text, words, hash] = row
  return { ...openEvent(row, stream), text, words: words ?? undefined, hash }
}
