import type { RowStore } from '@front-door/read-models'
import { type ODataAnswer, odata } from './odata.js'

/** The rows that figures are counted from, for the spreadsheets and dashboards of others. */
export interface Feed {
  /** What is asked of the feed, as `odata` has it. Rejects where the rows are not up with the record. */
  odata(path: string, query: string, base: string, atOnce?: number): Promise<ODataAnswer>
}

/** Read from the rows as they stand when each is asked for. */
export function feedIn(rows: () => Promise<Pick<RowStore, 'db'>>): Feed {
  return { odata: async (path, query, base, atOnce) => odata((await rows()).db, path, query, base, atOnce) }
}
