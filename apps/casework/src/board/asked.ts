import type { SignedIn } from '@front-door/identity'
import {
  type BoardList,
  type BoardSort,
  type BoardWanted,
  type RowStore,
  boardLists,
  boardSorts,
  teamHasCases,
} from '@front-door/read-models'
import { firstListFor } from './lists.js'

export const whoses = ['own', 'team', 'all'] as const
export type Whose = (typeof whoses)[number]

/** What an address asks of the board. What it does not say, or says in words we do not know, is as by default. */
export interface BoardAsked {
  readonly list: BoardList
  readonly whose: Whose
  readonly domesticAbuse: boolean
  readonly outOfHours: boolean
  readonly sort: BoardSort
  readonly descending: boolean
  readonly page: number
}

export type QueryAsked = Readonly<Record<string, unknown>>

export function askedOf(query: QueryAsked, reader: SignedIn, whose: Whose): BoardAsked {
  const sort = typeof query['sort'] === 'string' ? query['sort'] : ''
  return {
    list: oneOf(boardLists, query['list']) ?? firstListFor(reader.role),
    whose: oneOf(whoses, query['whose']) ?? whose,
    domesticAbuse: query['lane'] === 'domestic-abuse',
    outOfHours: query['edt'] === '1',
    sort: oneOf(boardSorts, sort.replace(/^-/, '')) ?? 'due',
    descending: sort.startsWith('-'),
    page: pageOf(query['page']),
  }
}

/** A social worker begins with their own cases, a team that has cases with the team's, the front door with everything. */
export async function whoseByDefault(rows: RowStore, { role, team }: SignedIn): Promise<Whose> {
  if (role === 'social-worker') return 'own'
  return team !== '' && (await teamHasCases(rows, team)) ? 'team' : 'all'
}

export function wantedOf(asked: BoardAsked, { id, team }: SignedIn, day: string): BoardWanted {
  return {
    day,
    ...(asked.whose === 'own' ? { worker: id } : {}),
    ...(asked.whose === 'team' ? { team } : {}),
    domesticAbuse: asked.domesticAbuse,
    outOfHours: asked.outOfHours,
  }
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value)
}

function pageOf(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : 1
}
