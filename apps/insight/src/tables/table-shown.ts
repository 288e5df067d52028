import { inWords, isDay } from '@front-door/calendar'
import { type Cell, type Column, type Table, shorthand, shownInWords } from '@front-door/performance'

/** A cell as a page shows it. */
export interface CellShown {
  readonly text: string
  readonly href?: string | undefined
  readonly numeric?: boolean
}

export interface TableShown {
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly { readonly text: string; readonly numeric?: boolean }[]
  readonly rows: readonly (readonly CellShown[])[]
}

/** A table that is held whole: what a page shows and every file hands out. */
export interface WholeTable extends Table {
  readonly rows: readonly (readonly Cell[])[]
}

/** The same table that is handed out as a file, on a page. `links` leads from a cell, by its row and column. */
export function tableShown(
  { title, notes, columns, rows }: WholeTable,
  links: (row: number, column: string) => string | undefined = () => undefined,
): TableShown {
  return {
    title,
    notes,
    columns: columns.map(({ words, kind }) => ({ text: words, ...(isNumeric(kind) ? { numeric: true } : {}) })),
    rows: rows.map((cells, row) =>
      cells.map((cell, index) => {
        const column = columns[index]
        const href = column && links(row, column.name)
        return {
          text: inAWord(cell, column),
          ...(href ? { href } : {}),
          ...(isNumeric(column?.kind) ? { numeric: true } : {}),
        }
      }),
    ),
  }
}

/** What stands in a row, under the column of that name. */
export const cellIn = ({ columns, rows }: WholeTable, row: number, column: string): string =>
  String(rows[row]?.[columns.findIndex(({ name }) => name === column)])

const isNumeric = (kind: Column['kind'] | undefined) => kind !== undefined && kind !== 'text' && kind !== 'day'

function inAWord(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '-'
  if (typeof cell === 'object') return cell.missing === 'x' ? 'not available' : shorthand[cell.missing]
  const kind = column?.kind ?? 'text'
  if (typeof cell === 'number' && kind !== 'text' && kind !== 'day') return shownInWords(cell, kind)
  return kind === 'day' && isDay(cell) ? inWords(cell) : String(cell)
}
