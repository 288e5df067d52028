import type { RowStore } from '../store.js'
import { type BoardRow, asShown } from './due.js'

/** What is asked of an agency stands in a list of that agency's own, which is none of the board's. */
export function requestsKey(agency: string): string {
  return `requests ${agency}`
}

/** What was asked of an agency and is not answered, what is due first first, then what was asked first. Pages count from 1. */
export async function requestsTo(
  store: RowStore,
  agency: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<readonly BoardRow[]> {
  const query = requestsQuery(store, agency)
  const rows = await query
    .selectAll()
    .orderBy('due')
    .orderBy('opened_at')
    .orderBy('item')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return rows.map(asShown)
}

/** How much was asked of an agency and is not answered. */
export async function requestCount(store: RowStore, agency: string): Promise<number> {
  const query = requestsQuery(store, agency).select(({ fn }) => fn.countAll<number>().as('count'))
  return Number((await query.executeTakeFirstOrThrow()).count)
}

function requestsQuery({ db }: RowStore, agency: string) {
  return db.selectFrom('board').where('list', '=', requestsKey(agency))
}
