import type { SelectQueryBuilder } from 'kysely'
import type { RowStore } from '../store.js'
import type { BoardTable, Tables } from '../tables.js'
import { type BoardRow, asShown } from './due.js'
import { type BoardList, boardLists, listKey } from './lists.js'

/** Which part of the board. */
export interface BoardWanted {
  /** The day whose contacts are listed. */
  readonly day: string
  /** Only what this worker has in hand. What nobody has yet is shown whole, whoever asks. */
  readonly worker?: string | undefined
  readonly team?: string | undefined
  readonly domesticAbuse?: boolean | undefined
  readonly outOfHours?: boolean | undefined
}

export const boardSorts = ['due', 'opened', 'child', 'priority', 'worker'] as const
export type BoardSort = (typeof boardSorts)[number]

export interface BoardPlace {
  readonly list: BoardList
  readonly sort: BoardSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly size: number
}

const orders: Readonly<Record<BoardSort, readonly (keyof BoardTable)[]>> = {
  due: ['due', 'item'],
  opened: ['opened_at', 'item'],
  child: ['sort_name', 'due', 'item'],
  priority: ['urgency', 'due', 'item'],
  worker: ['worker', 'due', 'item'],
}

/** One page of one list. */
export async function boardPage(store: RowStore, wanted: BoardWanted, place: BoardPlace): Promise<readonly BoardRow[]> {
  return (await boardQuery(store, wanted, place).execute()).map(asShown)
}

export function boardQuery({ db }: RowStore, wanted: BoardWanted, { list, sort, descending, page, size }: BoardPlace) {
  const from = db.selectFrom('board').where('list', '=', listKey(list, wanted.day))
  const narrowed = narrow(from, list === 'unallocated' ? { ...wanted, worker: undefined, team: undefined } : wanted)
  return orders[sort]
    .reduce((query, column) => query.orderBy(column, descending ? 'desc' : 'asc'), narrowed)
    .selectAll()
    .limit(size)
    .offset((page - 1) * size)
}

/** How much stands in every list, as it is narrowed. */
export async function boardCounts(store: RowStore, wanted: BoardWanted): Promise<Readonly<Record<BoardList, number>>> {
  const counted = new Map((await countsQuery(store, wanted).execute()).map(({ list, count }) => [list, Number(count)]))
  const counts = boardLists.map((list) => [list, counted.get(listKey(list, wanted.day)) ?? 0])
  return Object.fromEntries(counts) as Record<BoardList, number>
}

export function countsQuery({ db }: RowStore, { worker, team, ...wanted }: BoardWanted) {
  const keys = boardLists.map((list) => listKey(list, wanted.day))
  let query = narrow(db.selectFrom('board').where('list', 'in', keys), wanted)
  if (worker) query = query.where((row) => row.or([row('worker', '=', worker), row('list', '=', 'unallocated')]))
  if (team) query = query.where((row) => row.or([row('team', '=', team), row('list', '=', 'unallocated')]))
  return query.select(['list', ({ fn }) => fn.countAll<number>().as('count')]).groupBy('list')
}

/** Whether a team has assessments or enquiries under way: then its part of the board is worth looking at first. */
export async function teamHasCases(store: RowStore, team: string): Promise<boolean> {
  return (await teamQuery(store, team).executeTakeFirst()) !== undefined
}

export function teamQuery({ db }: RowStore, team: string) {
  return db.selectFrom('board').select('item').where('list', '=', 'assessments').where('team', '=', team).limit(1)
}

type Narrowing = Omit<BoardWanted, 'day'>
type Query = SelectQueryBuilder<Tables, 'board', object>

function narrow(query: Query, { worker, team, domesticAbuse, outOfHours }: Narrowing): Query {
  let narrowed = query
  if (worker) narrowed = narrowed.where('worker', '=', worker)
  if (team) narrowed = narrowed.where('team', '=', team)
  if (domesticAbuse) narrowed = narrowed.where('domestic_abuse', '=', 1)
  if (outOfHours) narrowed = narrowed.where('out_of_hours', '=', 1)
  return narrowed
}
