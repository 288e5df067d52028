import { describe, expect, it } from '@jest/globals'
import { type Dimension, type Group, kpiOf } from '@front-door/performance'
import { breakdownChart } from './charts.js'
import { breakdownTable } from './tables.js'

const group = (code: string, name: string, value: number): Group => ({
  ...{ code, name, value },
  ...{ numerator: value, denominator: null },
})

describe('a breakdown as a chart', () => {
  const kpi = kpiOf('referrals')
  const labels = (by: Dimension, ...groups: readonly Group[]) => {
    if (!kpi) throw new Error('There is no such figure.')
    const figure = {
      id: kpi.id,
      from: '2026-06-01',
      to: '2026-06-30',
      numerator: 12,
      denominator: null,
      value: 12,
      groups,
    }
    const drawn = breakdownChart(kpi, breakdownTable(kpi, figure, by), by)
    return groups
      .map(({ name }) => name)
      .toSorted((one, other) => drawn.indexOf(`>${one}<`) - drawn.indexOf(`>${other}<`))
  }

  it('by age stands in the order of the ages, whatever their values', () => {
    const ages = [group('under-1', 'Under 1', 2), group('1-4', '1 to 4', 1), group('5-9', '5 to 9', 9)]
    expect(labels('age-band', ...ages)).toEqual(['Under 1', '1 to 4', '5 to 9'])
  })

  it('has the largest first where the parts have no order', () => {
    expect(labels('team', group('A', 'Team A', 2), group('B', 'Team B', 9))).toEqual(['Team B', 'Team A'])
  })
})
