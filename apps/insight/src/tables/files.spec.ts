import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { type June, inJune, june } from '../../testing/june.js'
import { type FileKind, files } from './hand-out.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const kinds = Object.keys(files) as readonly FileKind[]
const types: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** Every row of a file, on whatever sheet it stands, each cell as text. */
async function rowsIn(path: string, as: FileKind, query = june.page): Promise<readonly (readonly string[])[]> {
  const { status, headers, bytes } = await here.page(`${path}/file?${query}&as=${as}`)
  expect([status, headers['content-type']]).toEqual([200, types[as]])
  expect(headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="[A-Za-z0-9 .-]+\\.${as}"$`))
  if (as === 'csv') return parse(bytes, { bom: true, relax_column_count: true })
  const { Sheets } = read(bytes, { cellDates: true, UTC: true })
  return Object.values(Sheets).flatMap((sheet) =>
    utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '', UTC: true }).map((row) => row.map(asText)),
  )
}
const asText = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))
const rowOf = async (named: string, ...asked: Parameters<typeof rowsIn>) =>
  (await rowsIn(...asked)).find((row) => row[0] === named || row.at(-1) === named)

describe.each(kinds)('what a page shows, as a file of the kind %s', (as) => {
  it('has all figures, each with what it is made of', async () => {
    const row = await rowOf('referrals-nfa', '/performance/kpis', as)
    const [value, counted] = as === 'csv' ? [5, 8] : [1, 4]
    expect(row?.slice(value, counted)).toEqual(['50', '2', '4'])
    expect((await rowOf('icpc-15wd', '/performance/kpis', as))?.slice(value, counted)).toEqual(['', '0', '0'])
  })

  it('has one figure as it is broken down', async () => {
    const row = await rowOf('Police', '/performance/kpis/referrals-nfa', as, `${june.page}&by=source-group`)
    expect(row).toEqual(['Police', '50', '1', '2', 'Police'])
  })

  it('has one figure as it was known', async () => {
    const rows = await rowsIn('/performance/kpis/referrals-nfa', as, `${june.page}&asKnownAt=2026-06-01`)
    expect(rows.some((row) => row.slice(-2).join() === '2,3')).toBe(true)
  })

  it('has the year table, whole', async () => {
    const row = await rowOf('assessments-20wd', '/performance/years', as)
    expect(row?.[0]).toBe('Assessments within 20 working days')
    expect(row?.slice(5, 9)).toEqual(['27.7', '2016/17', '35.2', '2016/17'])
    expect((await rowOf('early-help-open', '/performance/years', as))?.slice(1, 5)).toEqual([
      '[x]',
      '[x]',
      '[x]',
      '[x]',
    ])
  })

  it('has the conversion', async () => {
    expect((await rowOf('Contacts', '/performance/conversion', as))?.slice(0, 2)).toEqual(['Contacts', '1'])
  })

  it('has the key facts, each with its days', async () => {
    const row = await rowOf('re-referrals', '/performance', as, '')
    expect(row?.slice(0, 7)).toEqual([
      'Re-referrals within 12 months',
      '2025-07-01',
      '2026-06-30',
      'percent',
      '12.5',
      '1',
      '8',
    ])
    const unallocated = await rowOf('unallocated', '/performance', as, '')
    expect(unallocated?.slice(1, 8)).toEqual(['2026-06-30', '2026-06-30', 'count', '1', '1', '3', '[x]'])
  })

  it('has what is due, and of a restricted record only the place', async () => {
    const rows = await rowsIn('/performance/due', as, 'clock=allocation')
    const own = rows.filter(([child]) => child === 'E5')
    expect(own).toEqual([
      ['E5', 'Allocation to a social worker', 'referral', 'opened', '2026-05-01', '2026-05-02', '59', '', ''],
    ])
    const all = await rowsIn('/performance/due', as, '')
    const restricted = all.filter(([child]) => child === 'Restricted record')
    expect(restricted.map((row) => row.slice(1).filter((cell) => cell !== ''))).toEqual([[]])
    expect(all.flat()).not.toContain('B2')
    expect(await rowOf('Decision on a referral', '/performance/due', as, 'of=timescales')).toEqual([
      ...['Decision on a referral', '2', '0'],
    ])
  })

  it('has who was back again', async () => {
    expect(await rowOf('D4', '/performance/back-again', as)).toEqual([
      ...['D4', 'No further action on the referral', '2026-05-04', 'Sam Field, 2026-05-04', ''],
      ...['2026-06-10', 'Police', '37', 'first', 'again'],
    ])
    expect(await rowOf('D4', '/performance/back-again', as, `${june.page}&within=30`)).toBeUndefined()
  })

  it('has copied reasons, and the decisions given one of them, never the words', async () => {
    const PATH = '/performance/copied-reasons'
    const row = (await rowsIn(PATH, as)).at(-1) ?? []
    expect(row.slice(0, 5)).toEqual(['2', '2', '1', '2026-06-01', '2026-06-01'])
    const decisions = await rowsIn(`${PATH}/${encodeURIComponent(row[5] ?? '')}`, as)
    expect(decisions.slice(-2).map(([child]) => child)).toEqual(['A1', 'Restricted record'])
    expect(decisions.at(-1)?.slice(1).join('')).toBe('')
    for (const rows of [[row], decisions]) expect(rows.flat().join()).not.toMatch(/B2|explained what happened/)
  })

  it('has every case, and of a restricted record only that there is one', async () => {
    const rows = await rowsIn('/performance/kpis/referrals-nfa/cases', as)
    const ofChildren = rows.filter(([, , , , day]) => day === '2026-06-01' || day === '2026-06-10')
    expect(ofChildren.map(([child]) => child)).toEqual(['D4', 'C3', 'A1'])
    const restricted = rows.filter(([child]) => child === 'Restricted record')
    expect(restricted.map((row) => row.slice(1).filter((cell) => cell !== ''))).toEqual([[]])
    expect(rows.flat()).not.toContain('B2')
  })
})
