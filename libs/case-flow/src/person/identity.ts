import type { ChildEvent } from '../history/events.js'
import { type OpenedWords, wordsAsCorrected } from '../history/words.js'
import type { unbornRegistered } from './events.js'
import { names } from './events.js'

/** Who the child is, in words, as last recorded. */
export type Identity = Readonly<Partial<Record<keyof typeof names | 'motherName', string>>>

const kept = new Set([...Object.keys(names), 'motherName' satisfies keyof typeof unbornRegistered.fields])
const tells = new Set(['PersonRegistered', 'UnbornRegistered', 'BirthRecorded', 'PersonDetailsCorrected'])

/** The types of events whose words `identityOf` opens. */
export const tellingWho: readonly string[] = [...tells, 'DecisionCorrected']

/** The child's name and other identifying words, the latest of each. Empty once the child's key is destroyed. */
export function identityOf(events: readonly ChildEvent[], open: OpenedWords): Identity {
  const corrections = events.filter(({ type }) => type === 'DecisionCorrected')
  const told = events
    .filter(({ type }) => tells.has(type))
    .flatMap((event) => Object.entries(wordsAsCorrected(event, corrections, open)))
  return Object.fromEntries(told.filter(([name]) => kept.has(name)))
}
