import { describe, expect, it } from '@jest/globals'
import { type WorkSheet, read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { type Book, type Cell, type Table, TooLongForASheet, cellOf, csvOf, odsOf, xlsxOf } from './index.js'

const columns: Table['columns'] = [
  { name: 'source', words: 'Source', kind: 'text' },
  { name: 'received', words: 'Received', kind: 'day' },
  { name: 'referrals', words: 'Referrals', kind: 'count' },
  { name: 're_referrals', words: 'Re-referrals %', kind: 'percent' },
]
const rows: readonly (readonly Cell[])[] = [
  ['Police', '2026-03-29', 1234, 17.254],
  ['=HYPERLINK("http://x","y")', '2026-10-25', 0, cellOf(null)],
  ['@school', null, cellOf('c'), { missing: 'z' }],
  ['-2+3, "said"\nMôr', '2024-02-29', -3, -0.5],
  ['007', null, null, null],
]
const table: Table = { title: 'Referrals by source', notes: ['Each child is counted.'], columns, rows }
const book: Book = { title: 'Front door, 2025/26', notes: ['As recorded on 4 April 2026.'], tables: [table] }

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

describe('a CSV file', () => {
  it('has a line of names and a line for each row, days in ISO, numbers bare, and symbols only for what is missing', async () => {
    const back = parse(await textOf(csvOf(table)), { record_delimiter: '\r\n' })
    expect(back).toEqual([
      ['source', 'received', 'referrals', 're_referrals'],
      ['Police', '2026-03-29', '1234', '17.254'],
      [`'=HYPERLINK("http://x","y")`, '2026-10-25', '0', '[x]'],
      [`'@school`, '', '[c]', '[z]'],
      [`'-2+3, "said"\nMôr`, '2024-02-29', '-3', '-0.5'],
      ['007', '', '', ''],
    ])
  })

  it('begins with a byte order mark where that is asked for, and only there', async () => {
    expect((await textOf(csvOf(table, { bom: true }))).split('\u{feff}')).toHaveLength(2)
    expect(await textOf(csvOf(table))).not.toContain('\u{feff}')
  })

  it('comes in parts, and asks for rows only as they are wanted', async () => {
    let asked = 0
    async function* many(): AsyncGenerator<readonly Cell[]> {
      for (; asked < 100_000; asked += 1) yield await Promise.resolve([`row ${asked}`, null, asked, null])
    }
    const parts = csvOf({ ...table, rows: many() }, { bom: true })
    const first = (await parts.next()).value as string
    expect(first.startsWith('\u{feff}source,')).toBe(true)
    expect(asked).toBeLessThan(1000)
    const second = (await parts.next()).value as string
    expect(second).not.toContain('\u{feff}')
    expect(second).not.toContain('source,')
    await parts.return(undefined)
    expect(asked).toBeLessThan(2000)
  })

  it('has its line of names when there are no rows', async () => {
    expect(await textOf(csvOf({ ...table, rows: [] }))).toBe('source,received,referrals,re_referrals\r\n')
  })
})

const values = (sheet: WorkSheet | undefined) =>
  sheet ? utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: null }) : []
const firsts = (sheet: WorkSheet | undefined) => values(sheet).map(([first]) => first)

describe.each([
  ['Excel', xlsxOf],
  ['OpenDocument', odsOf],
])('an %s workbook', (_, write) => {
  const openBook = async (wanted: Book = book) => read(await write(wanted), { cellNF: true })

  it('has a cover with the notes, what is in it, and the symbols that are used', async () => {
    const { SheetNames, Sheets } = await openBook()
    expect(SheetNames).toEqual(['Cover', 'Referrals by source'])
    expect(firsts(Sheets.Cover)).toEqual([
      'Front door, 2025/26',
      'As recorded on 4 April 2026.',
      'Sheet "Referrals by source": Referrals by source',
      '[c]: confidential: suppressed so that nobody can be recognised',
      '[x]: not available',
      '[z]: not applicable',
    ])
  })

  it('has one table a sheet: its title in A1, its notes, its heading, and no empty row', async () => {
    const sheet = (await openBook()).Sheets['Referrals by source']
    const all = values(sheet)
    expect(all.slice(0, 3)).toEqual([
      ['Referrals by source', null, null, null],
      ['Each child is counted.', null, null, null],
      ['Source', 'Received', 'Referrals', 'Re-referrals %'],
    ])
    expect(all).toHaveLength(3 + rows.length)
    expect(sheet?.['!merges'] ?? []).toEqual([])
  })

  it('keeps numbers as numbers and text as text, none of it a formula', async () => {
    const sheet = (await openBook()).Sheets['Referrals by source']
    const cell = (at: string) => ({ t: sheet?.[at]?.t, v: sheet?.[at]?.v, f: sheet?.[at]?.f })
    expect(cell('C4')).toEqual({ t: 'n', v: 1234, f: undefined })
    expect(cell('D4')).toEqual({ t: 'n', v: 17.254, f: undefined })
    expect(cell('C5')).toEqual({ t: 'n', v: 0, f: undefined })
    expect(cell('D5')).toEqual({ t: 's', v: '[x]', f: undefined })
    expect(cell('A5')).toEqual({ t: 's', v: '=HYPERLINK("http://x","y")', f: undefined })
    expect(cell('A6')).toEqual({ t: 's', v: '@school', f: undefined })
    expect(cell('C6')).toEqual({ t: 's', v: '[c]', f: undefined })
    expect(cell('C7')).toEqual({ t: 'n', v: -3, f: undefined })
    expect(cell('A8')).toEqual({ t: 's', v: '007', f: undefined })
    expect(sheet?.D4?.w).toBe('17.3')
  })

  it('shows the day that was meant, on both sides of a change of the clocks', async () => {
    const sheet = (await openBook()).Sheets['Referrals by source']
    expect(['B4', 'B5', 'B7'].map((at) => sheet?.[at]?.w)).toEqual(['2026-03-29', '2026-10-25', '2024-02-29'])
  })

  it('names its sheets so that a spreadsheet opens them', async () => {
    const titled = (title: string): Table => ({ ...table, title, rows: [] })
    const long = 'Assessments authorised within 45 working days'
    const { SheetNames } = await openBook({
      ...book,
      tables: [titled(long), titled(long), titled('A/B: [what?]'), titled('cover')],
    })
    expect(SheetNames).toEqual([
      'Cover',
      'Assessments authorised within 4',
      'Assessments authorised within 2',
      'A B what',
      'cover 2',
    ])
  })

  it('drops the control characters that would make the file unreadable', async () => {
    const odd: Table = { ...table, rows: [['bell\u0007 and\ttab', null, 1, 1]] }
    const sheet = (await openBook({ ...book, tables: [odd] })).Sheets['Referrals by source']
    expect(String(sheet?.A4?.v)).toMatch(/^bell and\s+tab$/)
  })

  it('says so when there are more rows than a sheet can hold', async () => {
    const row: readonly Cell[] = ['x', null, 1, 1]
    function* endless(): Generator<readonly Cell[]> {
      for (let at = 0; at < 1_048_576; at += 1) yield row
    }
    const asked = openBook({ ...book, tables: [{ ...table, rows: endless() }] })
    await expect(asked).rejects.toThrow(new TooLongForASheet('Referrals by source'))
  })
})
