import { type ChildEvent, type ChildId, type EventDefinition, definitionOf, whyIllFitting } from '@front-door/case-flow'
import { type OpenEvent, UnreadableEvent } from './log.js'

const PREFIX = 'child-'

export const streamOf = (child: string): string => PREFIX + child
/** A log holds other streams too: what is recorded about no child. Folds and rows of children pass them over. */
export const isOfChild = (stream: string): boolean => stream.startsWith(PREFIX)
export const childOf = (stream: string): string => stream.slice(PREFIX.length)

/**
 * The event as the fold reads it, in the shape of today. Throws `UnreadableEvent` where nothing here knows its type or
 * version, or its data does not fit: an event passed over in silence would make every figure wrong.
 */
export const childEvent = (stored: OpenEvent): ChildEvent => eventOf(childOf(stored.stream), stored)

/** The same of the events of one stream. */
export function childEvents(stream: readonly OpenEvent[]): ChildEvent[] {
  const child = childOf(stream[0]?.stream ?? '')
  return stream.map((stored) => eventOf(child, stored))
}

function eventOf(child: ChildId, stored: OpenEvent): ChildEvent {
  const { stream, schema, id, occurredAt, recordedAt, worker, cause, said, prints } = stored
  const definition = definitionOf(stored.type)
  if (!definition) throw new UnreadableEvent(stored, 'nothing here knows this type of event')
  if (!isOfChild(stream)) throw new UnreadableEvent(stored, 'its stream is not that of a child')
  const { type, version } = definition
  const data = schema === version ? stored.data : upcast(definition, stored)
  const event = { id, child, occurredAt, recordedAt, worker, cause, type, version, data, said, prints }
  if (isFitting(event)) return event
  throw new UnreadableEvent(stored, `its field ${whyIllFitting(event)} does not fit`)
}

/** An event of which all is known but whether it fits the definition of its type. */
type Read = Omit<ChildEvent, 'type' | 'data' | 'said' | 'worker'> & Pick<OpenEvent, 'type' | 'data' | 'said' | 'worker'>

const isFitting = (event: Read): event is Read & ChildEvent => whyIllFitting(event) === undefined

/** The data of an event of an earlier version as today's would have held it, one version at a time. */
export function upcast(definition: EventDefinition, stored: OpenEvent): Readonly<Record<string, unknown>> {
  let data: Record<string, unknown> = { ...stored.data }
  if (stored.schema > definition.version)
    throw new UnreadableEvent(stored, `it is version ${stored.schema} of its type; here ${definition.version} is known`)
  for (let version = stored.schema; version < definition.version; version++) {
    const step = definition.upcasts[version]
    if (!step) throw new UnreadableEvent(stored, `nothing here reads version ${version} of its type`)
    data = step(data)
  }
  return data
}
