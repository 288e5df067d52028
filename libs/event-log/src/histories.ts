import { type ChildEvent, type ChildId, type History, eventsOf, historyOf, remember } from '@front-door/case-flow'
import { merged } from './merged.js'
import type { EventLog, OpenEvent } from './log.js'
import { childEvents, isOfChild, streamOf } from './reader.js'
import { mostRecent } from './recent.js'

/** A child's history and the hash of the last event of the child's own, which the next is tied to. */
export interface Known {
  readonly history: History
  readonly hash: Uint8Array | undefined
}

/** Children's histories, read from the log and folded, and kept while they are in use. */
export interface Histories {
  /**
   * As it is known here, which may be behind the log: good enough to decide on, for the append is checked. One that
   * duplicates were merged into is read anew: what is appended to theirs, no append to its own would show.
   */
  known(child: ChildId): Promise<Known>
  /** As the log holds it now. */
  current(child: ChildId): Promise<Known>
  /**
   * Every child's history as the log holds it, one after the other: a log of any length takes the memory of a page.
   * None of them is kept.
   */
  every(): AsyncIterable<History>
  /** The history that the events of a whole stream tell, and those of its duplicates. It is not kept. */
  told(stream: readonly OpenEvent[]): Promise<History>
  /** What has just been written, to save reading it again. */
  keep(known: Known): void
  forget(child: ChildId): void
}

/** In events, over all histories that are kept. A bit more than a kilobyte each. */
const KEPT = 300_000

/**
 * Where a duplicate record was merged into a child's, its events are part of the history too, in the order in which
 * they were recorded.
 */
export function historiesFrom(log: EventLog, limit = KEPT): Histories {
  const kept = mostRecent<ChildId, Known>(limit, weightOf)

  const load = async (child: ChildId): Promise<Known> => {
    const stored = await log.readStream(streamOf(child))
    const own = historyOf(child, childEvents(stored))
    const known = { history: await withDuplicates(own), hash: stored.at(-1)?.hash }
    kept.set(child, known)
    return known
  }

  const withDuplicates = async (own: History): Promise<History> => {
    if (!isMerged(own)) return own
    const others = await duplicatesOf(own, new Set([own.child]))
    return historyOf(own.child, merged([eventsOf(own), ...others]))
  }

  /** A duplicate may have had duplicates of its own. */
  const duplicatesOf = async (own: History, seen: Set<ChildId>): Promise<ChildEvent[][]> => {
    const found: ChildEvent[][] = []
    for (const child of own.state.person.mergedFrom) {
      if (seen.has(child)) continue
      seen.add(child)
      const events = childEvents(await log.readStream(streamOf(child)))
      const duplicate = historyOf(child, events)
      // What happened stands in one record only: in the duplicate's own, where that no longer says it was merged.
      if (duplicate.state.person.mergedInto === own.child) found.push(events, ...(await duplicatesOf(duplicate, seen)))
    }
    return found
  }

  const current = async (child: ChildId): Promise<Known> => {
    const known = kept.get(child)
    if (!known || isMerged(known.history)) return load(child)
    const news = await log.readStream(streamOf(child), known.history.version)
    if (news.length === 0) return known
    const history = childEvents(news).reduce(remember, known.history)
    if (isMerged(history)) return load(child)
    const caughtUp = { history, hash: news.at(-1)?.hash }
    kept.set(child, caughtUp)
    return caughtUp
  }

  const told = (stream: readonly OpenEvent[]): Promise<History> => {
    const events = childEvents(stream)
    return withDuplicates(historyOf(events[0]?.child ?? '', events))
  }

  return {
    known: async (child) => {
      const known = kept.get(child)
      return known && !isMerged(known.history) ? known : load(child)
    },
    current,
    told,
    async *every() {
      for await (const page of log.readStreams())
        for (const stream of page) if (isOfChild(stream[0]?.stream ?? '')) yield await told(stream)
    },
    keep: (known) => kept.set(known.history.child, known),
    forget: (child) => kept.delete(child),
  }
}

const weightOf = ({ history }: Known) => 1 + (isMerged(history) ? eventsOf(history).length : history.version)
const isMerged = ({ state }: History) => state.person.mergedFrom.length > 0
