import { type Day, dayOf, inWords } from '@front-door/calendar'
import { today, workerNames } from '@front-door/door'
import { type Reader, type RestrictedRow, seenInList } from '@front-door/identity'
import { ageInWords, childName } from '@front-door/pages'
import { type ChildTable, aboutRow } from '@front-door/read-models'
import type { Parts } from '../parts.js'
import { type RestrictedFound, type WayIn, wayInFor } from './way-in.js'

/** A child as a search shows it. */
export interface ChildFound {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly age: string
  readonly born: string
  readonly openCase: string
  readonly lastContact: string
}

/** For whom, on which day, and what the workers here are called. */
export interface Finding {
  readonly reader: Reader
  readonly on: Day
  readonly workerName: (id: string) => string
  readonly wayIn: WayIn
}

export function findingFor(reader: Reader, parts: Parts): Finding {
  return { reader, on: today(parts), workerName: workerNames(parts), wayIn: wayInFor(reader, parts) }
}

export function childFound(row: ChildTable, { on, workerName }: Finding): ChildFound {
  const { child, stage, given_name, family_name, mother_name, case_worker, open_case, last_contact } = row
  const names = {
    ...(given_name ? { givenName: given_name } : {}),
    ...(family_name ? { familyName: family_name } : {}),
    ...(mother_name ? { motherName: mother_name } : {}),
  }
  return {
    id: child,
    href: `/children/${child}`,
    name: childName(names, stage),
    age: ageOf(row, on),
    born: bornOn(row),
    openCase: open_case ? (case_worker ? `Yes, with ${workerName(case_worker)}` : 'Yes, not allocated') : 'No',
    lastContact: last_contact ? inWords(dayOf(last_contact)) : 'None',
  }
}

/** What a reader may see of some rows: of a record restricted to others, only that it is there. */
export function seenBy<T>(
  { reader, wayIn }: Finding,
  rows: readonly T[],
  about: (row: T) => ChildTable,
): readonly (T | RestrictedFound)[] {
  return seenInList(reader, rows, (row) => aboutRow(about(row))).map((row) => (isRestricted(row) ? wayIn(row) : row))
}

const isRestricted = <T>(row: T | RestrictedRow): row is RestrictedRow =>
  typeof row === 'object' && row !== null && 'restricted' in row

function ageOf({ stage, birth_date: born, death_date: died }: ChildTable, on: Day): string {
  if (stage === 'unborn') return 'Unborn'
  if (died) return born ? `Died aged ${ageInWords(born, died)}` : 'Has died'
  return born ? `${ageInWords(born, on)} old` : 'Age not known'
}

function bornOn({ stage, birth_date: born, expected_birth_date: expected }: ChildTable): string {
  if (born) return `Born ${inWords(born)}`
  if (stage === 'unborn' && expected) return `Expected ${inWords(expected)}`
  return 'Date of birth not known'
}
