import { stringify } from 'csv-stringify/sync'
import { type Cell, type Table, written } from './table.js'

export interface CsvOptions {
  /** Begins with a byte order mark, by which Excel knows the file for UTF-8. */
  readonly bom?: boolean
}

const AT_ONCE = 500

/**
 * The table as CSV (RFC 4180, UTF-8), a part at a time: a line of column names, then a line for each row. Days are ISO,
 * numbers bare, and text that a spreadsheet would take for a formula is preceded by an apostrophe. The title and notes are
 * not in it: every line is a row.
 */
export async function* csvOf({ columns, rows }: Table, { bom = false }: CsvOptions = {}): AsyncGenerator<string> {
  let lines: (readonly (string | number | null)[])[] = [columns.map(({ name }) => name)]
  let first = true
  for await (const row of rows as AsyncIterable<readonly Cell[]>) {
    lines.push(row.map(written))
    if (lines.length < AT_ONCE) continue
    yield inCsv(lines, bom && first)
    lines = []
    first = false
  }
  if (lines.length > 0) yield inCsv(lines, bom && first)
}

function inCsv(lines: (readonly (string | number | null)[])[], bom: boolean): string {
  return stringify(lines as unknown[][], { bom, escape_formulas: true, record_delimiter: 'windows' })
}
