import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Figure, kpiOf, shownInWords } from '@front-door/performance'
import { type June, analyst, inJune } from '../../testing/june.js'
import { linksOn, rowsOn } from '../../testing/page.js'
import { measureOf } from '../tables/figure-columns.js'
import { headlineIds } from './agreed.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

describe('the page of key facts', () => {
  it('is dated, and quotes the numbers of the API for the twelve months up to then', async () => {
    const { body } = await here.page('/performance')
    expect(body).toContain('As of 30 June 2026. Twelve months are 1 July 2025 to 30 June 2026.')
    const asked = `from=2025-07-01&to=2026-06-30&ids=${headlineIds.join()}`
    const figures: readonly Figure[] = (await here.get(`/api/performance/kpis?${asked}`, analyst)).body
    expect(figures).toHaveLength(headlineIds.length)
    for (const { id, value, numerator, denominator } of figures) {
      const kpi = kpiOf(id)
      const told = rowsOn(body).find(([name]) => name === kpi?.name)?.[2]
      const shown = value === null ? 'no value' : shownInWords(value, measureOf(kpi?.kind ?? 'count'))
      expect([id, told]).toEqual([id, kpi?.kind === 'count' ? shown : `${shown} ${numerator} out of ${denominator}`])
    }
  })

  it('says of a year before the record began that it is not available, and of this one that it is not whole', async () => {
    const { body } = await here.page('/performance')
    expect(
      new Set(
        rowsOn(body)
          .slice(1)
          .map((row) => row[3]),
      ),
    ).toEqual(new Set(['not available']))
    expect(body).toContain('The record begins on 1 May 2026: of the days before, not all is counted.')
  })

  it('opens every fact into the same number', async () => {
    const { body } = await here.page('/performance')
    const { href = '' } = linksOn(body).find(({ text }) => text === kpiOf('re-referrals')?.name) ?? {}
    expect((await here.page(href)).body).toContain('1 out of 8')
  })
})
