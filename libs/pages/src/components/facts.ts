import { isMoment, momentInWords } from '@front-door/calendar'
import { type Fields, definitionOf, factsInWords } from '@front-door/case-flow'
import { type Policy, defaultPolicy } from '@front-door/policy'

/** Another child whom an entry names: what the reader may call it, and where its record is if it opens to them. */
export interface ChildNamed {
  readonly name: string
  readonly href?: string
}

/** What an event says under one heading, in words. `sealed` marks words about the child. */
export interface Fact {
  readonly label: string
  readonly text: string
  readonly sealed?: boolean
  /** The children whom it names. */
  readonly children?: readonly ChildNamed[]
}

type Entries = Readonly<Record<string, unknown>>

/** Everything an event says: the open part, then its words. */
export function factsOf(type: string, data: Entries, words: Entries = {}, own: Policy['words'] = {}): readonly Fact[] {
  const fields: Fields = { ...definitionOf(type)?.fields }
  const { occurredAt, ...open } = data
  const when = isMoment(occurredAt) ? [{ label: 'Time it happened', text: momentInWords(occurredAt) }] : []
  const asSaid = Object.entries(words).flatMap(([name, text]) => {
    const field = fields[name]
    return field && name !== 'instead' ? [{ label: field.label, text: String(text), sealed: true }] : []
  })
  return [...when, ...factsInWords(type, inWordsOf(type, withoutIds(open, type)), own).map(tidied), ...asSaid]
}

/** A timescale by what it is called, where the trail holds its id. */
function inWordsOf(type: string, data: Entries): Entries {
  if (type !== 'TimescaleMissed') return data
  const known = Object.entries(defaultPolicy.timescales).find(([id]) => id === data['clock'])
  return known ? { ...data, clock: known[1].words } : data
}

/** Events about another one, which they name. */
export const aboutAnEntry: readonly string[] = ['DecisionCorrected', 'ReasonGiven', 'EmergencyOpeningEnded']

/** Ids of other events say nothing to people, and what a correction changes is told beside what it corrects. */
function withoutIds(data: Entries, type: string): Entries {
  const { event: _event, changed: _changed, ...rest } = data
  return aboutAnEntry.includes(type) ? rest : data
}

function tidied({ label, text }: Fact): Fact {
  return { label, text: text === 'yes' || text === 'no' ? text.charAt(0).toUpperCase() + text.slice(1) : text }
}

/** What words are called, where they can no longer be read. */
export function labelsOf(type: string, names: readonly string[]): readonly string[] {
  const fields: Fields = { ...definitionOf(type)?.fields }
  return names.map((name) => fields[name]?.label ?? name)
}
