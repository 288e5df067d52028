import type { OpenEvent, StoredEvent } from '../log.js'
import { saidIn } from '../text.js'

/** The columns of an event, in the order in which a row is read. */
export const openColumns = 'position, stream, version, type, open'
export const allColumns = `${openColumns}, words, hash`

export type OpenRow = [position: number, stream: number, version: number, type: string, open: string]
export type Row = [...OpenRow, words: Buffer | null, hash: Buffer]

export function openEvent(
  [position, , version, type, text]: readonly [...OpenRow, ...unknown[]],
  stream: string,
): OpenEvent {
  const { id, schema, occurredAt, recordedAt, worker, cause, data, said, prints } = saidIn(text, () => ({
    position,
    stream,
    version,
    type,
  }))
  return { stream, version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints }
}

export function storedEvent([position, , version, type, text, words, hash]: Row, stream: string): StoredEvent {
  const { id, schema, occurredAt, recordedAt, worker, cause, data, said, prints } = saidIn(text, () => ({
    position,
    stream,
    version,
    type,
  }))
  return {
    ...{ stream, version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints },
    ...{ text, words: words ?? undefined, hash },
  }
}
