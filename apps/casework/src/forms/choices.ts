import { type Child, type Field, type Fields, type Item, itemKinds, itemsOf } from '@front-door/case-flow'
import { type Choice, itemInWords, roleName } from '@front-door/pages'
import type { StaffMember } from '@front-door/identity'

/** What can be picked in a form about this child, by field: its own items, the people who work here, its relations. */
export function choicesFor(
  fields: Fields,
  child: Child,
  staff: readonly StaffMember[],
  nameOf: (child: string) => string,
): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const choices = choicesOf(field, child, staff, nameOf)
      return choices.length > 0 ? [[name, choices]] : []
    }),
  )
}

function choicesOf(
  field: Field,
  child: Child,
  staff: readonly StaffMember[],
  nameOf: (child: string) => string,
): readonly Choice[] {
  if (field.kind === 'reference') return itemsFor(field, child)
  if (field.kind === 'worker')
    return staff.map(({ id, name, role, team }) => ({
      value: id,
      text: name,
      hint: [roleName(role), team].filter((part) => part !== '').join(', '),
    }))
  if (field.kind === 'child' && field.many)
    return child.person.relations.map(({ other }) => ({ value: other, text: nameOf(other) }))
  return []
}

/** Where an act may name one thing that is under way and there is no other, that is the one: it can still be changed. */
export function theOnly(fields: Fields, child: Child): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind, of = [] }]) => {
      const open = of.flatMap((each) =>
        (itemsOf(child, each) as readonly Item[]).filter(({ stage }) => !over.has(stage)),
      )
      const [only] = open
      return kind === 'reference' && only && open.length === 1 ? [[name, only.id]] : []
    }),
  )
}

const over = new Set([
  'decided',
  'given',
  'held',
  'not-received',
  'closed',
  'ended',
  'authorised',
  'accepted',
  'declined',
])

/** The latest first: an act is seldom about what is long over. */
function itemsFor(field: Field, child: Child): readonly Choice[] {
  return (field.of ?? itemKinds)
    .flatMap((kind) => [...(itemsOf(child, kind) as readonly Item[])])
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    .map(({ id }) => ({ value: id, text: upperFirst(itemInWords(child, id) ?? id) }))
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
