import { inWords } from '@front-door/calendar'
import { type Figure, type Kpi, type PublishedCount, type Step, cellOf, financialYearOf } from '@front-door/performance'
import type { ShownFigure } from '../asking/publication.js'
import { figureCells, figureColumns, measureOf } from '../tables/figure-columns.js'
import type { WholeTable } from '../tables/table-shown.js'
import { nameOfCode } from './code-names.js'

/** The figure of one period, in a row. */
export function figureTable(kpi: Kpi, figures: readonly ShownFigure[]): WholeTable {
  return {
    title: kpi.name,
    notes: [kpi.definition],
    columns: [
      { name: 'from', words: 'From', kind: 'day' },
      { name: 'to', words: 'To', kind: 'day' },
      ...figureColumns(kpi.kind),
    ],
    rows: figures.map((figure) => [figure.from, figure.to, ...figureCells(kpi.kind, figure)]),
  }
}

/** The parts of a figure, the largest first: what it was broken down by, or the codes it is counted under. */
export function breakdownTable(kpi: Kpi, { breakdown, groups }: ShownFigure): WholeTable {
  const code = { name: 'code', words: 'Code', kind: 'text' } as const
  const group = { name: 'group', words: 'Group', kind: 'text' } as const
  if (breakdown)
    return {
      title: `${kpi.name}: each`,
      notes: [],
      columns: [code, group, { name: 'count', words: 'Count', kind: 'count' }],
      rows: largestFirst(Object.entries(breakdown)).map(([each, count]) => [
        each,
        nameOfCode(kpi, each),
        cellOf(count),
      ]),
    }
  return {
    title: `${kpi.name}: broken down`,
    notes: [],
    columns: [code, group, ...figureColumns(kpi.kind)],
    rows: (groups ?? []).map((each) => [each.code, each.name, ...figureCells(kpi.kind, each)]),
  }
}

const largestFirst = (entries: readonly (readonly [string, PublishedCount])[]) =>
  entries.toSorted(([, one], [, other]) => size(other) - size(one))

/** Suppressed counts stand last, in no order that would tell which is larger. */
const size = (count: PublishedCount) => (count === 'c' ? -1 : count)

/** The figure of each month or year. */
export function seriesTable(kpi: Kpi, series: readonly ShownFigure[], step: Step): WholeTable {
  return {
    title: `${kpi.name}: ${step === 'year' ? 'years to 31 March' : `each ${step}`}`,
    notes: kpi.snapshot ? [`As things stood at the end of each ${step}.`] : [],
    columns: [{ name: step, words: step === 'year' ? 'Year' : 'Month', kind: 'text' }, ...figureColumns(kpi.kind)],
    rows: series.map((figure) => [periodName(figure, step), ...figureCells(kpi.kind, figure)]),
  }
}

/** `June 2026`, `2025/26`. */
export function periodName({ from }: Pick<Figure, 'from'>, step: Step): string {
  if (step !== 'year') return inWords(from).replace(/^\S+ /, '')
  const ends = Number(financialYearOf(from).to.slice(0, 4))
  return `${ends - 1}/${String(ends).slice(2)}`
}

export const shownValues = (kpi: Kpi, series: readonly ShownFigure[]) => ({
  measure: measureOf(kpi.kind),
  values: series.map(({ value }) => value),
})
