import { type Book, type Cell, type Column, type Missing, type Table, shorthand, written } from './table.js'

/** One sheet of a workbook, whatever file it is written to: lines of text, then the heading and rows of one table. */
export interface Sheet {
  readonly name: string
  /** The first stands in A1, and is the title. */
  readonly lines: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What no spreadsheet can hold. A CSV file can. */
export class TooLongForASheet extends Error {
  constructor(readonly table: string) {
    super(
      `"${table}" has more rows than a sheet of a spreadsheet can hold. Ask for it as CSV, or for a shorter period.`,
    )
    this.name = 'TooLongForASheet'
  }
}

/** The rows of a sheet, in Excel and in LibreOffice alike. */
const MOST_ROWS = 1_048_576

/**
 * The sheets of a book, as the Analysis Function's guidance on spreadsheets says: a cover with the notes, what is in the
 * book and what the symbols mean; then one table a sheet with its title in A1, nothing merged and no empty row.
 */
export async function sheetsOf({ title, notes, tables }: Book): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = []
  for (const table of tables) sheets.push(await sheetOf(table, sheets))
  const used = new Set(sheets.flatMap(({ rows }) => rows.flat().filter(isMissing)).map(({ missing }) => missing))
  const key = (Object.keys(shorthand) as readonly Missing['missing'][]).filter((symbol) => used.has(symbol))
  const cover: Sheet = {
    name: COVER,
    lines: [
      title,
      ...notes,
      ...sheets.map(({ name, lines }) => `Sheet "${name}": ${lines[0] ?? ''}`),
      ...key.map((symbol) => `[${symbol}]: ${shorthand[symbol]}`),
    ],
    columns: [],
    rows: [],
  }
  return [cover, ...sheets]
}

const COVER = 'Cover'

async function sheetOf({ title, notes, columns, rows }: Table, others: readonly Sheet[]): Promise<Sheet> {
  const lines = [title, ...notes]
  const most = MOST_ROWS - lines.length - 1
  const kept: (readonly Cell[])[] = []
  for await (const row of rows as AsyncIterable<readonly Cell[]>) {
    if (kept.length === most) throw new TooLongForASheet(title)
    kept.push(row)
  }
  return { name: nameFor(title, [COVER, ...others.map(({ name }) => name)]), lines, columns, rows: kept }
}

/** The title as the name of a sheet: at most 31 characters, none that a spreadsheet refuses, and not taken. */
function nameFor(title: string, taken: readonly string[]): string {
  const plain =
    title
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'Table'
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase())
  const numbered = (number: number) => `${plain.slice(0, 31 - ` ${number}`.length).trim()} ${number}`
  const short = plain.slice(0, 31).trim()
  if (!isTaken(short)) return short
  let number = 2
  while (isTaken(numbered(number))) number += 1
  return numbered(number)
}

/** How a number of the column is shown; undefined for text. */
export function formatOf({ kind }: Column): string | undefined {
  if (kind === 'text' || kind === 'day') return undefined
  return kind === 'count' ? '#,##0' : '#,##0.0'
}

/** About how many characters wide the column is. */
export function widthOf(column: Column, rows: Sheet['rows'], index: number): number {
  const longest = rows.slice(0, 200).map((row) => String(written(row[index] ?? null) ?? '').length)
  return Math.min(Math.max(column.words.length, ...longest, 8) + 2, 60)
}

/** Text as a cell can hold it: no control characters, which XML refuses, and no more than Excel takes. */
export function cellText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').slice(0, MOST_CHARACTERS)
}

const MOST_CHARACTERS = 32_767

function isMissing(cell: Cell): cell is Missing {
  return typeof cell === 'object' && cell !== null
}
