import { hashOf, sameHash } from './chain.js'
import type { Flaw } from './flaw.js'
import { type EventLog, type StoredEvent, UnreadableEvent } from './log.js'
import { childEvent, isOfChild } from './reader.js'

export interface Progress {
  /** Streams about children, and about anything else. */
  readonly streams: number
  readonly children: number
  readonly events: number
}

/** What was looked at and what is wrong. `more` flaws were found than are listed. */
export interface Verified extends Progress {
  readonly flaws: readonly Flaw[]
  readonly more: number
}

/** Reads an event, or throws `UnreadableEvent`. */
type Reading = (event: StoredEvent) => unknown

export interface Verifying {
  readonly onProgress?: (progress: Progress) => void
  /** Reads the events of streams that are about no child. Without it nobody can. */
  readonly others?: Reading
}

const nobodyReads: Reading = (event) => {
  throw new UnreadableEvent(event, 'nothing here knows this kind of stream')
}

/** Flaws that are listed; a log with more than these is broken in one place that says why. */
const LISTED = 1_000

/**
 * Walks every stream and tells what is wrong with it: an event that was changed or taken out, that cannot be read or
 * stands out of order. Needs no key. Safe while others append; takes no more memory for a long log than for a short one.
 */
export async function verify(
  log: EventLog,
  { onProgress = () => undefined, others = nobodyReads }: Verifying = {},
): Promise<Verified> {
  const flaws: Flaw[] = []
  let more = 0
  const note = (flaw: Flaw) => (flaws.length < LISTED ? flaws.push(flaw) : more++)
  let streams = 0
  let children = 0
  let events = 0
  for await (const page of log.streams()) {
    for (const stream of page) {
      const walked = await walk(log, stream, isOfChild(stream) ? childEvent : others)
      streams += 1
      children += Number(isOfChild(stream))
      events += walked.events
      walked.flaws.forEach(note)
    }
    onProgress({ streams, children, events })
  }
  for await (const flaw of log.inspect()) note(flaw)
  return { streams, children, events, flaws, more }
}

async function walk(
  log: EventLog,
  stream: string,
  read: Reading,
): Promise<{ readonly events: number; readonly flaws: readonly Flaw[] }> {
  try {
    const events = await log.readStream(stream)
    return { events: events.length, flaws: flawsOf(events, read) }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return { events: 0, flaws: [{ what: 'unreadable', ...error.event, says: `${error.message} Nor what follows it.` }] }
  }
}

function flawsOf(events: readonly StoredEvent[], read: Reading): readonly Flaw[] {
  let before: StoredEvent | undefined
  return events.flatMap((event) => {
    const flaws = flawsAfter(before, event, read)
    before = event
    return flaws
  })
}

function flawsAfter(before: StoredEvent | undefined, event: StoredEvent, read: Reading): readonly Flaw[] {
  const { stream, version, position } = event
  const flaws: Flaw[] = []
  const due = (before?.version ?? 0) + 1
  if (before && (version <= before.version || position <= before.position))
    flaws.push(flaw('out-of-order', event, 'stands out of order'))
  if (version > due)
    flaws.push({ what: 'missing', stream, version: due, says: `Version ${due} of ${stream} is missing.` })
  // What comes after a gap is tied to an event that is not there: nothing can be said of it.
  if (version === due && !sameHash(event.hash, hashOf(before?.hash, stream, version, event)))
    flaws.push(flaw('changed', event, 'was changed, or the hash of the one before it was'))
  const why = whyUnreadable(event, read)
  if (why) flaws.push(flaw('unreadable', event, `cannot be read: ${why}`))
  return flaws
}

function whyUnreadable(event: StoredEvent, read: Reading): string | undefined {
  try {
    read(event)
    return undefined
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.why
    throw error
  }
}

function flaw(what: Flaw['what'], { stream, version, position, id, type }: StoredEvent, says: string): Flaw {
  return { what, stream, version, position, id, type, says: `${type} (${stream}, version ${version}) ${says}.` }
}
