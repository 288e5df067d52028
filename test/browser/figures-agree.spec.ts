import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dayOf, momentOf } from '@front-door/calendar'
import { type Figure, type Measure, kpiOf, lastFinancialYear, shownInWords } from '@front-door/performance'
import { parse } from 'csv-parse/sync'
import { type Desk, openDesk } from './desk.js'

const { from, to } = lastFinancialYear(dayOf(momentOf(new Date().toISOString())))

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ simulated: true })
}, 120_000)
afterAll(() => desk.close())

describe('the figures of a year', () => {
  it('are the same on the page, over the API, on the command line and in CSV, to the last digit shown', async () => {
    const nat = await desk.as('nat.frost')
    const api = (await desk.program.ask('nat.frost', `/performance/kpis?from=${from}&to=${to}`)) as readonly Figure[]
    expect(await desk.program.command('kpis', '--from', from, '--to', to)).toEqual(api)

    await nat.goTo(`/performance/kpis?period=${from}/${to}`)
    const rows = await nat.page
      .locator('main tbody tr')
      .evaluateAll((all) => all.map(({ cells }) => [...cells].map((cell) => cell.textContent?.trim() ?? '')))
    const shown = Object.fromEntries(rows.map((cells) => [cells.at(-1), cells[1]]))
    expect(shown).toEqual(Object.fromEntries(api.map((figure) => [figure.id, asShown(figure)])))

    const csv: readonly Line[] = parse((await nat.saves('CSV')).bytes, { columns: true, bom: true })
    expect(Object.fromEntries(csv.map((line) => [line.id, lineShown(line)]))).toEqual(shown)
    expect(desk.trouble).toEqual([])
  }, 120_000)

  it('are those of the cases that each opens into', async () => {
    const nat = await desk.as('nat.frost')
    for (const id of ['contacts', 're-referrals', 'assessments-45wd', 'cin-open']) {
      const [figure] = (await desk.program.ask(
        'nat.frost',
        `/performance/kpis?from=${from}&to=${to}&ids=${id}`,
      )) as readonly Figure[]
      await nat.goTo(`/performance/kpis/${id}/cases?period=${from}/${to}&standing=counted`)
      const tab = nat.page.getByRole('link', { name: /^Counted/ })
      expect([id, await tab.innerText()]).toEqual([id, `Counted ${figure?.numerator}`])
    }
  }, 120_000)

  it('open by code into as many cases as are counted under it', async () => {
    const nat = await desk.as('nat.frost')
    const id = 'referrals-by-source'
    const [figure] = (await desk.program.ask(
      'nat.frost',
      `/performance/kpis?from=${from}&to=${to}&ids=${id}`,
    )) as readonly Figure[]
    const codes = Object.entries(figure?.breakdown ?? {})
    expect(codes.length).toBeGreaterThan(1)
    for (const [group, count] of codes) {
      await nat.goTo(`/performance/kpis/${id}/cases?${new URLSearchParams({ period: `${from}/${to}`, group })}`)
      expect([group, await nat.page.locator('main tbody tr').count()]).toEqual([group, count])
    }
  }, 120_000)
})

interface Line {
  readonly id: string
  readonly measure: string
  readonly value: string
}

const measureOf = (kind: string) => (kind === 'breakdown' ? 'count' : kind) as Measure

function asShown({ id, value, numerator, unavailable }: Figure): string {
  const kind = kpiOf(id)?.kind ?? ''
  const whole = kind === 'breakdown' ? numerator : value
  return whole === null ? (unavailable ? 'not available' : '-') : shownInWords(whole, measureOf(kind))
}

function lineShown({ measure, value }: Line): string {
  if (value === '') return '-'
  return value === '[x]' ? 'not available' : shownInWords(Number(value), measureOf(measure))
}
