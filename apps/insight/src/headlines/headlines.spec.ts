import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Figure, kpiOf, shownInWords } from '@front-door/performance'
import { recordHistory } from '../../../../libs/performance/testing/recording.js'
import { about } from '../../../../libs/performance/testing/told.js'
import { figuresDesk } from '../../testing/figures-desk.js'
import { type June, analyst, inJune } from '../../testing/june.js'
import { linksOn, rowsOn } from '../../testing/page.js'
import { measureOf } from '../tables/figure-columns.js'
import { followedIds, headlineIds } from './agreed.js'

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
      if (followedIds.some((each) => each === id)) continue
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

describe('a fact that follows children for twelve months', () => {
  it('is of those of the twelve months before, who have been followed to the end, and says so', async () => {
    const here = await figuresDesk()
    try {
      const children = [
        ['A1', '2025-06-02', '2026-03-02'],
        ['B2', '2025-06-02', undefined],
        ['C3', '2025-09-01', '2025-10-01'],
      ] as const
      for (const [child, closed, back] of children) {
        const referral = `first-${child}`
        await recordHistory(here.recorder, [
          about('ReferralReceived', '2023-05-01', { referral, source: '6', need: 'N1' }, { child }),
          about('ReferralDecided', '2023-05-01', { referral, outcome: 'ASSESSMENT' }, { child }),
          about('CaseClosed', closed, { referral, closure: 'RC9' }, { child }),
          ...(back ? [about('ReferralReceived', back, { referral: `again-${child}`, source: '6' }, { child })] : []),
        ])
      }
      const { body } = await here.page('/performance')
      const row = rowsOn(body).find(([name]) => name === 'Re-referrals after a step-down')
      expect(row?.slice(1, 4)).toEqual([
        '1 July 2024 to 30 June 2025, each followed for 12 months',
        '50.0% 1 out of 2',
        'no value',
      ])
      const { href = '' } = linksOn(body).find(({ text }) => text === 'Re-referrals after a step-down') ?? {}
      expect((await here.page(href)).body).toContain('1 out of 2')
    } finally {
      await here.close()
    }
  })
})
