import type { ChildEvent, ChildId } from '@front-door/case-flow'
import type { EventLog } from './log.js'
import { streamOf } from './reader.js'
import type { Keys } from './words/keys.js'
import { openWords } from './words/open-words.js'
import type { Words } from './words/seal.js'

/** The words of events, by event id. `undefined` where they were erased: the child's key was destroyed. */
export type TrailWords = ReadonlyMap<string, Words | undefined>

/** Opens the words of a trail: of these entries, and of no others. They may be of several records that were merged. */
export async function trailWords(
  log: EventLog,
  keys: Keys,
  events: readonly Pick<ChildEvent, 'id' | 'child'>[],
): Promise<TrailWords> {
  const found = new Map<string, Words | undefined>()
  for (const child of new Set(events.map((event): ChildId => event.child))) {
    const wanted = events.filter((event) => event.child === child).map(({ id }) => id)
    for (const [id, words] of await log.readWords(streamOf(child), wanted))
      found.set(id, words ? await openWords(keys, child, id, words) : {})
  }
  return found
}
