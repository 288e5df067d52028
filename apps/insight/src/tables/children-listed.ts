import { type About, type Reader, type RestrictedRow, seenInList } from '@front-door/identity'
import type { Cell, Column } from '@front-door/performance'
import type { Page, Paging } from '@front-door/read-models'
import { everyPage } from './every-page.js'

/** What every list of children in a file says of itself. */
export const ONLY_THE_PLACE = 'Of a record that is restricted to named people only the place is kept.'

/** A list about children, as whoever reads it may see it. */
interface Listed<Row> {
  readonly reader: Reader
  readonly about: (row: Row) => About
  readonly columns: readonly Pick<Column, 'name'>[]
  readonly read: (paging: Paging) => Promise<Page<Row>>
  readonly cells: (row: Row) => readonly Cell[]
}

/** The rows of a file of the whole list, read page by page: of a record restricted to others, that there is one. */
export async function* childrenListed<Row extends object>(listed: Listed<Row>): AsyncGenerator<readonly Cell[]> {
  const { reader, about, columns, read, cells } = listed
  for await (const rows of everyPage(read))
    for (const row of seenInList(reader, rows, about))
      yield isOnlyThePlace(row) ? [row.name, ...columns.slice(1).map(() => null)] : cells(row)
}

function isOnlyThePlace<Row extends object>(row: Row | RestrictedRow): row is RestrictedRow {
  return 'restricted' in row
}
