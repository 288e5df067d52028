import { canonical } from './canonical.js'
import { type OpenEvent, UnreadableEvent } from './log.js'

/** What the text of an event says: its open part but for its type and where it stands. */
export type Said = Omit<OpenEvent, 'stream' | 'version' | 'position' | 'type'>

/** The one written form of an event's open part, as canonical JSON: what is stored is what the hash covers. */
export function textOf({ cause, data, id, occurredAt, prints, recordedAt, said, schema, worker }: Said): string {
  const { id: who, role, team } = worker
  const by = { id: who, role, team }
  return canonical({ cause, data, id, occurredAt, prints, recordedAt, said, schema, worker: by })
}

/** What a text says. Throws `UnreadableEvent` where it is not that of an event: somebody may have changed the file. */
export function saidIn(text: string, at: () => UnreadableEvent['event']): Said {
  const said = json(text)
  if (isSaid(said)) return said
  throw new UnreadableEvent(at(), 'its open part is not that of an event')
}

/** What the texts in a JSON array say. Nothing where one of them is not that of an event. */
export function saidInAll(texts: string): readonly Said[] | undefined {
  const said = json(texts)
  return Array.isArray(said) && said.every(isSaid) ? said : undefined
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether all that is there without looking at the type is there. */
function isSaid(value: unknown): value is Said {
  const open = value as Partial<Record<keyof Said, unknown>> | null | undefined
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
