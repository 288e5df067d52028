import { type Fields, codes, definitionOf, fields as make } from '@front-door/case-flow'
import type { Entries } from './asking.js'

/** What can be corrected of an event of this type, as the domain takes it: anything but what it was about. */
export function fieldsToCorrect(type: string): Fields {
  const all: Fields = { ...definitionOf(type)?.fields, occurredAt: make.moment('Time it happened') }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, { kind }]) => kind !== 'reference')
      .map(([name, field]) => [
        name,
        make.optional(field.codes ? { ...field, codes: codes.entered(field.codes) } : field),
      ]),
  )
}

/** Of what was entered, only what differs from what stands: the rest is no correction. */
export function changedFrom(before: Entries, entered: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entered).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  )
}
