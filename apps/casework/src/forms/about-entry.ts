import type { ActName, ChildEvent, History } from '@front-door/case-flow'
import { eventsOf } from '@front-door/case-flow'
import { SeeOther } from '@front-door/door'
import { type Asking, once } from './asking.js'

/** Acts about an entry of the trail, and what to say to somebody who comes to their form without one. */
export const chooseFirst = {
  'correct-decision': {
    heading: 'Choose the entry first',
    text: 'Select “Correct this entry” under the entry of the trail that is wrong.',
  },
  'give-reason': {
    heading: 'No reason is outstanding',
    text: 'Nothing urgent was recorded about this child without its reason.',
  },
  'end-emergency-opening': {
    heading: 'Choose the opening first',
    text: 'Select “End it now” beside the one that is to end.',
  },
} as const

export function isAboutEntry(act: string): act is keyof typeof chooseFirst {
  return Object.hasOwn(chooseFirst, act)
}

/** The entry that the form is about, for acts that are about one. Without it the way leads to the record, to choose it. */
export function entryFor(act: ActName, asking: Asking, history: History): ChildEvent | undefined {
  if (!isAboutEntry(act)) return undefined
  const [unexplained] = history.state.unexplained
  const id = once(asking['event']) ?? (act === 'give-reason' ? unexplained?.event : undefined)
  const entry = eventsOf(history).find((event) => event.id === id)
  if (!entry) throw new SeeOther(`/children/${history.child}?choose=${act}`)
  return entry
}
