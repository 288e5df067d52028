import { type CellObject, SSF, type WorkSheet, utils, write } from '@e965/xlsx'
import { type Sheet, cellText, formatOf, sheetsOf, widthOf } from './sheets.js'
import { type Book, type Cell, type Column, written } from './table.js'

export const ODS = 'application/vnd.oasis.opendocument.spreadsheet'

/** The book as an OpenDocument spreadsheet. Numbers are numbers, text is text, and days are ISO text. */
export async function odsOf(book: Book): Promise<Buffer> {
  const file = utils.book_new()
  for (const sheet of await sheetsOf(book)) utils.book_append_sheet(file, workSheetOf(sheet), sheet.name)
  return write(file, { type: 'buffer', bookType: 'ods', compression: true }) as Buffer
}

function workSheetOf({ lines, columns, rows }: Sheet): WorkSheet {
  const heading = columns.length > 0 ? [columns.map(({ words }) => textCell(words))] : []
  const body = rows.map((row) => columns.map((column, index) => odsCell(row[index] ?? null, column)))
  const sheet = utils.aoa_to_sheet([...lines.map((line) => [textCell(line)]), ...heading, ...body])
  sheet['!cols'] = columns.map((column, index) => ({ wch: widthOf(column, rows, index) }))
  return sheet
}

function odsCell(cell: Cell, column: Column): CellObject | null {
  const value = written(cell)
  if (value === null) return null
  if (typeof value === 'string') return textCell(value)
  const format = formatOf(column)
  return { t: 'n', v: value, ...(format ? { z: format, w: String(SSF.format(format, value)) } : {}) }
}

function textCell(text: string): CellObject {
  return { t: 's', v: cellText(text) }
}
