import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import { type Sheet, cellText, formatOf, sheetsOf, widthOf } from './sheets.js'
import { type Book, type Cell, type Column, written } from './table.js'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The book as an Excel workbook. Numbers are numbers, days are dates, and text is text, whatever it begins with. */
export async function xlsxOf(book: Book): Promise<Buffer> {
  const sheets = await sheetsOf(book)
  return writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: [...sheet.lines.map(lineOf), ...tableOf(sheet)],
      columns: sheet.columns.map((column, index) => ({ width: widthOf(column, sheet.rows, index) })),
      stickyRowsCount: sheet.columns.length > 0 ? sheet.lines.length + 1 : undefined,
    })),
  ).toBuffer()
}

function lineOf(line: string, index: number): Row {
  return [
    { value: cellText(line), type: String, ...(index === 0 ? { fontWeight: 'bold' as const, fontSize: 14 } : {}) },
  ]
}

function tableOf({ columns, rows }: Sheet): Row[] {
  if (columns.length === 0) return []
  const heading = columns.map(({ words }): CellObject => ({ value: cellText(words), type: String, fontWeight: 'bold' }))
  return [heading, ...rows.map((row) => columns.map((column, index) => excelCell(row[index] ?? null, column)))]
}

function excelCell(cell: Cell, column: Column): CellObject | null {
  const value = written(cell)
  if (value === null) return null
  // In a column of values of several measures each number stands as it is.
  if (typeof value === 'number') return { value, type: Number, format: formatOf(column) ?? 'General' }
  if (column.kind === 'day' && DAY.test(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return { value: cellText(value), type: String, ...(typeof cell === 'object' ? { align: 'right' as const } : {}) }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
