import { dayOf, inWords as dayInWords, isDay } from '@front-door/calendar'
import { type ChildEvent, type FreshEvent, type NewEvent, definitionOf, eventName } from '@front-door/case-flow'
import { fieldOf } from './book.js'
import { type Import, correction, fresh } from './context.js'
import { aboutOf, inWords } from './about.js'
import { type Fact, type Facts, isUndated } from './fact.js'
import { idOf } from './ids.js'
import { same, standing, whose } from './standing.js'

/** What facts come to beside the history. */
export interface Weighed {
  readonly events: readonly FreshEvent[]
  /** What the corrections among the events correct, in a word or two each. */
  readonly corrected: readonly string[]
  /** What differs from the record and is left as it is, in sentences. */
  readonly differs: readonly string[]
}

export const nothing: Weighed = { events: [], corrected: [], differs: [] }

export function together(...weighed: readonly Weighed[]): Weighed {
  return {
    events: weighed.flatMap(({ events }) => events),
    corrected: weighed.flatMap(({ corrected }) => corrected),
    differs: weighed.flatMap(({ differs }) => differs),
  }
}

/** The id that the event of a fact has, whichever return brings it. */
export function eventIdOf(into: Import, { key }: Pick<Fact, 'key'>): string {
  return idOf('event', into.book.history.child, key)
}

/**
 * What is new of an item. Nothing is, where the item was recorded by somebody here (`live`, or by its first event), or
 * where its first event was imported before and somebody here has since taken it back.
 */
export function weighAll(into: Import, facts: Facts, live = false): Weighed {
  const [opening] = facts
  const known = into.book.known(opening.key)
  if (!known && into.book.recorded(eventIdOf(into, opening)))
    return { ...nothing, differs: [`${sentenceOf(opening)} was imported before and taken back since.`] }
  const left = live || (known !== undefined && known.worker.role !== 'import')
  return together(...facts.map((fact) => weigh(into, fact, left)))
}

function weigh(into: Import, fact: Fact, left: boolean): Weighed {
  const known = into.book.known(fact.key)
  if (fact.denied) return known ? denial(into, fact, known, left) : nothing
  if (known) return difference(into, fact, known, left)
  const id = eventIdOf(into, fact)
  if (into.book.recorded(id))
    return { ...nothing, differs: [`${sentenceOf(fact)} was imported before and changed since.`] }
  if (left) return { ...nothing, differs: [`${sentenceOf(fact)} is in the file and not in the record here.`] }
  return { ...nothing, events: [fresh(into, id, fact.occurredAt, fact.event)] }
}

/** What the file says otherwise than the event as it now stands. */
function difference(into: Import, fact: Fact, known: ChildEvent, left: boolean): Weighed {
  const { event } = fact
  const changed: Record<string, unknown> = {}
  const differs: string[] = []
  for (const [field, wanted] of Object.entries(statedIn(fact))) {
    const here = field === 'occurredAt' && isUndated(known) ? undefined : fieldOf(known, field)
    if (same(here, wanted)) continue
    const may = left ? 'worker' : standing(into.book, into.book.said(known.id, field), wanted, into.asOf)
    if (may === 'may') changed[field] = wanted
    else differs.push(`${labelOf(event, field)}: ${unlike(event, wanted, here)}, ${whose[may]}.`)
  }
  const fields = Object.keys(changed)
  if (fields.length === 0) return { ...nothing, differs }
  const nowDated = 'occurredAt' in changed && isUndated(known) ? { dateUnknown: false } : {}
  const events = [correction(into, known.id, { changed: { ...changed, ...nowDated } })]
  return { events, corrected: fields.map((field) => lowerFirst(labelOf(event, field))), differs }
}

/**
 * The return says that something known did not happen. It is withdrawn only where the return brings what shows it: a
 * return that was read before brings nothing, and must not undo what a later one said.
 */
function denial(into: Import, fact: Fact, known: ChildEvent, left: boolean): Weighed {
  const by = fact.denied?.by
  const isShown = by !== undefined && !into.book.known(by) && !left
  const may = isShown && standing(into.book, into.book.said(known.id, 'outcome'), undefined, into.asOf) === 'may'
  if (!may) return { ...nothing, differs: [`${sentenceOf(fact)}: so here, but not in the file.`] }
  const events = [correction(into, known.id, { withdrawn: true })]
  return { ...nothing, events, corrected: [`${inWords(known.type)}, which was not so`] }
}

/** What the return itself states: not what was filled in for it, nor which item of ours an event belongs to. */
function statedIn({ event, occurredAt, assumed }: Fact): Readonly<Record<string, unknown>> {
  const fields = definitionOf(event.type)?.fields ?? {}
  const filledIn = [...assumed, 'dateUnknown']
  const stated = Object.entries(event.data).filter(
    ([name]) => fields[name]?.kind !== 'reference' && !filledIn.includes(name),
  )
  return Object.fromEntries(isUndated(event) ? stated : [...stated, ['occurredAt', occurredAt]])
}

function labelOf({ type }: NewEvent, field: string): string {
  return field === 'occurredAt' ? `Day of ${inWords(type)}` : (definitionOf(type)?.fields[field]?.label ?? field)
}

/** What happened and when; without the day where it is not known, or is one of the child's own life. */
function sentenceOf({ event, occurredAt }: Fact): string {
  const what = eventName(event.type)
  return aboutOf(event) === '' || isUndated(event) ? what : `${what} on ${dayInWords(dayOf(occurredAt))}`
}

function unlike(event: NewEvent, wanted: unknown, here: unknown): string {
  if (aboutOf(event) === '') return 'the file differs from what is here'
  return `${shown(wanted)} in the file, ${shown(here)} here`
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.join(', ')
  return isDay(value) ? dayInWords(value) : String(value)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
