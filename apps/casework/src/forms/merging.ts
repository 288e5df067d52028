import type { Day } from '@front-door/calendar'
import { codes } from '@front-door/case-flow'
import { childShown } from '@front-door/pages'
import type { KnownChild } from '../children/read-child.js'
import type { Compared } from './compared.js'

/**
 * A duplicate and the record to keep, before the one is read as part of the other. What speaks against it is asked and
 * not refused: dates are mistyped, and ties recorded in error. Of a restricted record nothing is shown but that it is.
 */
export function mergeCompared(duplicate: KnownChild, kept: KnownChild, on: Day): Compared {
  const isRestricted = ({ history }: KnownChild) => history.state.person.restrictedTo !== undefined
  const restricted = isRestricted(kept)
  const [left, right] = [whoIs(duplicate, on), whoIs(kept, on)]
  const shown = (text: string | undefined) => (restricted ? 'Restricted record' : (text ?? unknown))
  const warnings = [
    restricted ? 'The record to keep is restricted. Make sure with a team manager that it is the same child.' : [],
    !restricted && isRestricted(duplicate) ? widened : [],
    !restricted && bornApart(duplicate, kept) ? 'The dates of birth differ. Is it the same child?' : [],
    tiesBetween(duplicate, kept).map((tie) => `They are recorded as two children who are related: ${tie}.`),
  ]
  return {
    caption: 'The two records',
    head: ['The duplicate', 'The record to keep'],
    rows: [
      ...left.map(([label, text], index) => ({ label, left: text ?? unknown, right: shown(right[index]?.[1]) })),
      { label: 'Child id', left: duplicate.history.child, right: kept.history.child },
    ],
    warnings: warnings.flat(),
    answers: ['into'],
  }
}

const unknown = 'Not known'
const widened =
  'The duplicate is restricted and the record to keep is not: what it holds then opens to everybody who reads records. Restrict the record to keep first.'

/** The same details of each, in the same order. */
function whoIs({ history, identity }: KnownChild, on: Day): readonly (readonly [string, string | undefined])[] {
  const { sex, locality } = history.state.person
  const { name, age, born } = childShown(history.state, identity, { on })
  return [
    ['Name', name],
    ['Age', age],
    ['Birth', born],
    ['Sex', sex === undefined ? undefined : codes.sex.labelOf(sex)],
    ['Address', [identity.address, identity.postcode].filter(Boolean).join(', ') || undefined],
    ['Locality', locality],
  ]
}

function bornApart(one: KnownChild, other: KnownChild): boolean {
  const [born, also] = [one, other].map(({ history }) => history.state.person.birthDate)
  return born !== undefined && also !== undefined && born !== also
}

function tiesBetween(one: KnownChild, { history: { child } }: KnownChild): readonly string[] {
  const ties = one.history.state.person.relations.filter(({ other }) => other === child)
  return ties.map(({ relation }) => codes.relation.labelOf(relation).toLowerCase())
}
