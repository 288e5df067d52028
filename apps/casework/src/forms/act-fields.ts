import { type ActName, type ChildEvent, type Fields, fields, flow } from '@front-door/case-flow'
import { type Entries, changedFrom, fieldsToCorrect } from '@front-door/pages'

const happened = fields.optional(fields.moment('When it happened', { hint: 'Leave it empty if it is happening now' }))

/** Everything a form for the act asks: its own fields, and when it happened. */
export function fieldsFor(act: ActName, corrected?: ChildEvent): Fields {
  const own = flow[act].act.fields
  if (!corrected) return { ...own, occurredAt: happened }
  const changed = fields.optional(fields.group(fieldsToCorrect(corrected.type), 'What it should have said'))
  return { ...own, changed, occurredAt: happened }
}

/** What stands now in the event that is to be corrected: the form begins with it. */
export function standing({ data, occurredAt }: ChildEvent, words: Entries): Entries {
  return { ...data, ...words, occurredAt }
}

/** Of a correction, only what differs from what stands; where it is withdrawn, nothing else counts. */
export function onlyChanges({ changed, ...entered }: Entries, before: Entries): Entries {
  if (entered['withdrawn'] === true) return entered
  const differs = changedFrom(before, { ...(changed as Entries | undefined) })
  return Object.keys(differs).length > 0 ? { ...entered, changed: differs } : entered
}
