import type { KeyObject } from 'node:crypto'
import { type FreshEvent, type History, definitionOf, whyIllFitting } from '@front-door/case-flow'
import { hashOf } from './chain.js'
import type { Append, EventToAppend } from './log.js'
import { streamOf } from './reader.js'
import { textOf } from './text.js'
import { printsOf } from './words/prints.js'
import { seal } from './words/seal.js'

/** An event that could be written but never read again. It is a fault of the program, not of who asked. */
export class IllFitting extends Error {
  constructor(event: FreshEvent, why: string) {
    super(`${event.type} of child ${event.child} cannot be recorded: ${why}.`)
  }
}

/** The keys with which the words of one child's events are sealed and fingerprinted. */
export interface Sealing {
  readonly key: KeyObject | undefined
  readonly fingerprints: KeyObject
}

/** The events as they go into the log: checked, their words sealed, each tied by its hash to the one before. */
export function prepared(
  before: History,
  hash: Uint8Array | undefined,
  fresh: readonly FreshEvent[],
  sealing: Sealing,
): Append {
  const stream = streamOf(before.child)
  let previous = hash
  const events = fresh.map((event, index): EventToAppend => {
    mustFit(event)
    const { id, type } = event
    const said = Object.keys(event.words)
    const prints = printsOf(sealing.fingerprints, event.words)
    const text = textOfFresh(event, said, prints)
    const words = said.length > 0 ? sealed(event, sealing.key) : undefined
    previous = hashOf(previous, stream, before.version + index + 1, { type, text, words })
    return { id, type, text, prints, words, hash: previous }
  })
  return { stream, expected: before.version, events }
}

/** Throws `IllFitting` where the event is not one that can be read again. */
export function mustFit(event: FreshEvent): void {
  if (definitionOf(event.type)?.version !== event.version) throw new IllFitting(event, 'its type or version is unknown')
  const field = whyIllFitting(event)
  if (field !== undefined) throw new IllFitting(event, `its field ${field} does not fit`)
}

function textOfFresh(event: FreshEvent, said: readonly string[], prints: EventToAppend['prints']): string {
  const { id, version: schema, occurredAt, recordedAt, worker, cause, data } = event
  return textOf({ id, schema, occurredAt, recordedAt, worker, cause, data, said, prints })
}

function sealed(event: FreshEvent, key: KeyObject | undefined): Uint8Array {
  if (!key) throw new IllFitting(event, 'there is no key for its words')
  return seal(key, event.child, event.id, event.words)
}
