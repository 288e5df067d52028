import { describe, expect, it } from '@jest/globals'
import {
  financialYear,
  financialYearOf,
  lastFinancialYear,
  monthOf,
  quarterOf,
  rollingYear,
  stepsIn,
  weekOf,
} from '../index.js'
import { isTwelveMonths } from './periods.js'

describe('a period', () => {
  it('is a financial year from April to March, named after the year in which it ends', () => {
    expect(financialYear(2026)).toEqual({ from: '2025-04-01', to: '2026-03-31' })
    expect(financialYearOf('2026-03-31')).toEqual(financialYear(2026))
    expect(financialYearOf('2026-04-01')).toEqual(financialYear(2027))
    expect(lastFinancialYear('2026-03-31')).toEqual(financialYear(2025))
    expect(lastFinancialYear('2026-04-01')).toEqual(financialYear(2026))
  })

  it('is a quarter, a month, or a week from Monday', () => {
    expect(quarterOf('2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
    expect(quarterOf('2026-04-01')).toEqual({ from: '2026-04-01', to: '2026-06-30' })
    expect(monthOf('2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    for (const day of ['2026-06-01', '2026-06-04', '2026-06-07'])
      expect(weekOf(day)).toEqual({ from: '2026-06-01', to: '2026-06-07' })
  })

  it('is the twelve months up to a day', () => {
    expect(rollingYear('2026-06-30')).toEqual({ from: '2025-07-01', to: '2026-06-30' })
    expect(rollingYear('2025-02-28')).toEqual({ from: '2024-03-01', to: '2025-02-28' })
    expect(isTwelveMonths('2025-07-01', '2026-06-30')).toBe(true)
    expect(isTwelveMonths('2025-07-01', '2026-06-29')).toBe(false)
  })

  it('has whole steps, those that begin in it', () => {
    const of = (step: Parameters<typeof stepsIn>[1]) =>
      stepsIn({ from: '2025-04-15', to: '2025-10-01' }, step).map(({ from }) => from)
    expect(of('month')).toEqual(['2025-05-01', '2025-06-01', '2025-07-01', '2025-08-01', '2025-09-01', '2025-10-01'])
    expect(of('quarter')).toEqual(['2025-07-01', '2025-10-01'])
    expect(of('year')).toEqual([])
  })
})
