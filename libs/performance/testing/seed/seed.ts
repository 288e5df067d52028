import type { FreshEvent } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'
import { recordHistory } from '../recording.js'
import { helpedChildren } from './helped.js'
import { justOutside } from './just-outside.js'
import type { Printed } from './printed.js'
import { protectedChildren } from './protected.js'
import { referredChildren } from './referred.js'

/** Children who are told of at once: the log writes what comes together in one transaction. */
const AT_ONCE = 500

/** The histories of a council whose year from 1 April 2017 comes out as it was printed, child by child. */
const seedOf = (printed: Printed): readonly (readonly FreshEvent[])[] => [
  ...referredChildren(printed),
  ...protectedChildren(printed),
  ...helpedChildren(printed),
  ...justOutside,
]

/** Records them, as an earlier system held them. */
export async function recordSeed(recorder: Recorder, printed: Printed): Promise<void> {
  const children = seedOf(printed)
  for (let at = 0; at < children.length; at += AT_ONCE)
    await Promise.all(children.slice(at, at + AT_ONCE).map((events) => recordHistory(recorder, events)))
}
