import type { Selectable } from 'kysely'
import type { BoardTable } from '../tables.js'

/** Stands where nothing is due, after every date. */
export const NOT_DUE = '9999'

export type BoardRow = Omit<Selectable<BoardTable>, 'due'> & { readonly due: string | null }

export const asShown = (row: Selectable<BoardTable>): BoardRow => ({
  ...row,
  due: row.due === NOT_DUE ? null : row.due,
})
