import {
  type ActName,
  type ChildEvent,
  type Field,
  type Fields,
  asCorrected,
  eventsOf,
  fields,
  flow,
  wordsAsCorrected,
} from '@front-door/case-flow'
import { type Entries, changedFrom, fieldsToCorrect } from '@front-door/pages'
import type { KnownChild } from '../children/read-child.js'

const happened = fields.optional(fields.moment('When it happened', { hint: 'Leave it empty if it is happening now' }))

const emptyIt = 'Put right what is wrong. Empty what should not be there'

/** Everything a form for the act asks: its own fields, and when it happened. */
export function fieldsFor(act: ActName, corrected?: ChildEvent): Fields {
  const own = flow[act].act.fields
  if (!corrected) return { ...own, occurredAt: happened }
  const changed = fields.optional(
    fields.group(fieldsToCorrect(corrected.type), 'What it should have said', { hint: emptyIt }),
  )
  return { ...own, changed, occurredAt: happened }
}

/** What stands now in the event that is to be corrected, earlier corrections and all: the form begins with it. */
export function standing({ id }: ChildEvent, { history, open }: Pick<KnownChild, 'history' | 'open'>): Entries {
  const events = eventsOf(history)
  const entry = asCorrected(events).find((event) => event.id === id)
  return entry ? { ...entry.data, ...wordsAsCorrected(entry, events, open), occurredAt: entry.occurredAt } : {}
}

/**
 * Of a correction, only what differs from what stands: `null` where a question of the form was left empty that had an
 * answer. Where the entry is withdrawn, nothing else counts.
 */
export function onlyChanges(about: ChildEvent, { changed, ...entered }: Entries, before: Entries): Entries {
  if (entered['withdrawn'] === true) return entered
  const now = { ...(changed as Entries | undefined) }
  const emptied = Object.entries(fieldsToCorrect(about.type)).flatMap(([name, field]) =>
    name in before && !(name in now) && canBeShown(field, before[name]) ? [name] : [],
  )
  const differs = { ...changedFrom(before, now), ...Object.fromEntries(emptied.map((name) => [name, null])) }
  return Object.keys(differs).length > 0 ? { ...entered, changed: differs } : entered
}

/** A code that only an import may bring is none of the answers on the page: that it is not picked says nothing. */
function canBeShown({ codes }: Field, value: unknown): boolean {
  return codes === undefined || [value].flat().every((code) => codes.has(code))
}
