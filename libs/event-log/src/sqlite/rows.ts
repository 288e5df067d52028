import { type OpenEvent, type StoredEvent, UnreadableEvent } from '../log.js'

/** The columns of an event, in the order in which a row is read. */
export const openColumns = 'position, stream, version, type, open'
export const allColumns = `${openColumns}, words, hash`

export type OpenRow = [position: number, stream: number, version: number, type: string, open: string]
export type Row = [...OpenRow, words: Buffer | null, hash: Buffer]

/** What the column `open` holds: the open part of an event, without what has a column of its own. */
type Open = Omit<OpenEvent, 'stream' | 'version' | 'position' | 'type'>

export function openText(event: Open): string {
  const { id, schema, occurredAt, recordedAt, cause, data, said, prints } = event
  const { role, team } = event.worker
  const worker = { id: event.worker.id, role, team }
  const open: Open = { id, schema, occurredAt, recordedAt, worker, cause, data, said, prints }
  return JSON.stringify(open)
}

export function openEvent(row: readonly [...OpenRow, ...unknown[]], stream: string): OpenEvent {
  const [position, , version, type, text] = row
  const { id, schema, occurredAt, recordedAt, worker, cause, data, said, prints } = parsed(text, {
    position,
    stream,
    version,
    type,
  })
  return { stream, version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints }
}

/** Throws `UnreadableEvent` where the text is not the very one that was written: the chain covers what it says. */
export function storedEvent(row: Row, stream: string): StoredEvent {
  const event = openEvent(row, stream)
  const { version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints } = event
  if (openText(event) !== row[4]) throw new UnreadableEvent(event, 'its open part is not as it was written')
  const [words, hash] = [row[5] ?? undefined, row[6]]
  return {
    ...{ stream, version, position, id, type, schema, occurredAt, recordedAt, worker, cause, data, said, prints },
    ...{ words, hash },
  }
}

function parsed(text: string, at: UnreadableEvent['event']): Open {
  const open = json(text)
  if (isOpen(open)) return open
  throw new UnreadableEvent(at, 'its open part is not that of an event')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether all that is there without looking at the type is there: somebody may have changed the file. */
function isOpen(value: unknown): value is Open {
  const open = value as Partial<Record<keyof Open, unknown>> | null | undefined
  return (
    typeof open === 'object' &&
    open !== null &&
    typeof open.id === 'string' &&
    typeof open.schema === 'number' &&
    typeof open.occurredAt === 'string' &&
    typeof open.recordedAt === 'string' &&
    typeof open.cause === 'string' &&
    isWorker(open.worker) &&
    Array.isArray(open.said) &&
    isRecord(open.data) &&
    isRecord(open.prints)
  )
}

function isWorker(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { id, role, team } = value
  return typeof id === 'string' && typeof role === 'string' && typeof team === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
