import type { ChildEvent } from '../history/events.js'
import type { OpenedWords } from '../history/trail.js'
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
  const corrected = new Set<string>()
  const identity: Record<string, string> = {}
  const learn = (words: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(words)) if (kept.has(name)) identity[name] = value
  }
  for (const event of events) {
    if (tells.has(event.type)) {
      corrected.add(event.id)
      learn(open(event) ?? {})
    }
    if (event.type === 'DecisionCorrected' && event.said.includes('instead') && corrected.has(event.data.event))
      learn(JSON.parse(open(event)?.['instead'] ?? '{}') as Record<string, string>)
  }
  return identity
}
