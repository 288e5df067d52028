import { addDays, daysBetween, isDay } from '@front-door/calendar'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { RowStore } from '../store.js'
import type { ChildTable, Tables } from '../tables.js'
import { likenessOfDates } from './dates.js'
import { type Names, likenessOfNames, wordsOf } from './names.js'
import { type Ground, reasonFor } from './reasons.js'

/** What is known of a child whose record is looked for. At least two of the three, or nothing is found. */
export interface MatchWanted extends Names {
  readonly birthDate?: string | null | undefined
}

/** A record that may be of the same child, and why. */
export interface Match {
  readonly child: Selectable<ChildTable>
  readonly why: string
}

type Candidate = Selectable<ChildTable>
type Words = ReadonlyMap<string, readonly string[]>

/** A birth comes this many days before or after the day it was expected, at most, to be taken for the same. */
const AROUND = 60
/** Of each way to look. More than that share a name or a day of birth only by chance. */
const AT_MOST = 200

/** Records that may be of this child, the strongest reason first. */
export async function possibleMatches(store: RowStore, wanted: MatchWanted, limit = 10): Promise<readonly Match[]> {
  if ([wanted.givenName, wanted.familyName, wanted.birthDate].filter(Boolean).length < 2) return []
  const found = [...(await ofThatName(store, wanted)), ...(await ofThatBirth(store, wanted))]
  return ranked(store, wanted, found, new Map(), limit)
}

/** Records that may be of the same child as this one. */
export async function possibleDuplicates(
  store: RowStore,
  child: Selectable<ChildTable>,
  limit = 5,
): Promise<readonly Match[]> {
  const { given_name: givenName, family_name: familyName, birth_date: birthDate } = child
  const wanted = { givenName, familyName, birthDate }
  const numbers = await sameNumbers(store, child.child)
  const byNumber = numbers.size > 0 ? await children(store, (row) => row('child', 'in', [...numbers.keys()])) : []
  const byName = familyName ? await ofThatName(store, wanted) : []
  const found = [...byNumber, ...byName, ...(await ofThatBirth(store, wanted))]
  const others = found.filter((other) => other.child !== child.child)
  return ranked(store, wanted, others, numbers, limit)
}

async function ranked(
  store: RowStore,
  wanted: MatchWanted,
  found: readonly Candidate[],
  numbers: ReadonlyMap<string, Ground>,
  limit: number,
): Promise<readonly Match[]> {
  const candidates = [...new Map(found.map((child) => [child.child, child])).values()]
  const words = await namesOf(store, candidates)
  return candidates
    .flatMap((child) => {
      const reason = reasonFor(numbers.get(child.child) ?? groundOf(wanted, child, words.get(child.child) ?? []))
      return reason ? [{ child, reason }] : []
    })
    .toSorted((a, b) => a.reason.rank - b.reason.rank || a.child.child.localeCompare(b.child.child))
    .slice(0, limit)
    .map(({ child, reason }) => ({ child, why: reason.words }))
}

function groundOf(wanted: MatchWanted, child: Candidate, words: readonly string[]): Ground {
  const known = { givenName: child.given_name, familyName: child.family_name }
  const name = likenessOfNames(wanted, known, words)
  if (child.stage === 'unborn')
    return name !== 'none' && isAround(wanted.birthDate, child.expected_birth_date) ? 'unborn' : ['none', 'other']
  return [name, likenessOfDates(wanted.birthDate, child.birth_date)]
}

function isAround(born: string | null | undefined, expected: string | null): boolean {
  return isDay(born) && isDay(expected) && Math.abs(daysBetween(expected, born)) <= AROUND
}

type Row = ExpressionBuilder<Tables, 'child'>

async function children({ db }: RowStore, where: (row: Row) => ReturnType<Row>): Promise<readonly Candidate[]> {
  return db.selectFrom('child').selectAll().where(where).where('merged_into', 'is', null).limit(AT_MOST).execute()
}

/** Of whom every word of the name is the beginning of a name; both names are needed, for one is shared by too many. */
async function ofThatName(store: RowStore, { givenName, familyName }: Names): Promise<readonly Candidate[]> {
  const [given, family] = [wordsOf(givenName), wordsOf(familyName)]
  if (given.length === 0 || family.length === 0) return []
  return children(store, (row) =>
    row.and(
      [...family, ...given].map((word) =>
        row(
          'child',
          'in',
          row
            .selectFrom('child_name')
            .select('child_name.child')
            .where('word', '>=', word)
            .where('word', '<', `${word}\u{10ffff}`),
        ),
      ),
    ),
  )
}

/** Born on that day, or expected around it. With a day like it, only a child of the same name is told: see above. */
async function ofThatBirth(store: RowStore, { birthDate }: MatchWanted): Promise<readonly Candidate[]> {
  if (!isDay(birthDate)) return []
  const born = await children(store, (row) => row('birth_date', '=', birthDate))
  const expected = await children(store, (row) =>
    row.and([
      row('expected_birth_date', '>=', addDays(birthDate, -AROUND)),
      row('expected_birth_date', '<=', addDays(birthDate, AROUND)),
      row('stage', '=', 'unborn'),
    ]),
  )
  return [...born, ...expected]
}

async function namesOf({ db }: RowStore, candidates: readonly Candidate[]): Promise<Words> {
  if (candidates.length === 0) return new Map()
  const ids = candidates.map(({ child }) => child)
  const rows = await db.selectFrom('child_name').selectAll().where('child', 'in', ids).execute()
  return new Map(ids.map((id) => [id, rows.filter(({ child }) => child === id).map(({ word }) => word)]))
}

/** The children with an NHS number or UPN that is this child's too. */
async function sameNumbers({ db }: RowStore, child: string): Promise<ReadonlyMap<string, Ground>> {
  const rows = await db
    .selectFrom('child_reference as own')
    .innerJoin('child_reference as other', 'other.value', 'own.value')
    .select(['other.child', 'own.kind'])
    .where('own.child', '=', child)
    .where('own.kind', 'in', ['upn', 'formerUpn', 'nhsNumber'])
    .where('other.child', '!=', child)
    .execute()
  return new Map(rows.map((row) => [row.child, row.kind === 'nhsNumber' ? 'NHS number' : 'UPN']))
}
