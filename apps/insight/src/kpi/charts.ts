import {
  type Dimension,
  type Kpi,
  barChart,
  barsInOrder,
  benchmarkOf,
  hasOwnOrder,
  trendChart,
  xmrChart,
} from '@front-door/performance'
import type { ShownFigure } from '../asking/publication.js'
import { measureOf } from '../tables/figure-columns.js'
import type { WholeTable } from '../tables/table-shown.js'
import { periodName, shownValues } from './tables.js'

/** Month by month, with the limits within which it usually moves. */
export function monthsChart(kpi: Kpi, months: readonly ShownFigure[]): string {
  return xmrChart({
    ...{ id: 'months', title: `${kpi.name}, month by month`, ...shownValues(kpi, months) },
    periods: months.map((month) => periodName(month, 'month')),
  })
}

/** Year by year, with England beside where it is published. */
export function yearsChart(kpi: Kpi, years: readonly ShownFigure[]): string {
  const { measure, values } = shownValues(kpi, years)
  const england = years.map(({ to }) => benchmarkOf(kpi.id, 'england', Number(to.slice(0, 4)))?.value ?? null)
  return trendChart({
    ...{ id: 'years', title: `${kpi.name}, year by year`, measure },
    periods: years.map((year) => periodName(year, 'year')),
    series: [
      { whose: 'council', name: 'This council', values },
      ...(england.some((value) => value !== null)
        ? [{ whose: 'england', name: 'England', values: england } as const]
        : []),
    ],
  })
}

/** The parts as the table has them where they have an order of their own, otherwise the largest first. */
export function breakdownChart(kpi: Kpi, { title, columns, rows }: WholeTable, by?: Dimension): string {
  const [label = 0, value = 1] = ['group', 'value'].map((name) => columns.findIndex((each) => each.name === name))
  const draw = by && hasOwnOrder(by) ? barsInOrder : barChart
  return draw({
    ...{ id: 'breakdown', title, measure: measureOf(kpi.kind) },
    bars: rows.map((row) => {
      const shown = row[value]
      const isHidden = typeof shown === 'object' && shown?.missing === 'c'
      return { label: String(row[label]), value: typeof shown === 'number' ? shown : isHidden ? 'c' : null }
    }),
  })
}
