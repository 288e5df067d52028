import { inWords } from '@front-door/calendar'
import {
  type Column,
  type Dimension,
  type Figure,
  type Kpi,
  type PublishedCount,
  type Step,
  cellOf,
  dimensions,
  financialYearOf,
} from '@front-door/performance'
import type { ShownFigure } from '../asking/publication.js'
import { figureCells, figureColumns, measureOf, wholeOf } from '../tables/figure-columns.js'
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
    rows: figures.map((figure) => [figure.from, figure.to, ...figureCells(kpi.kind, figure, figure.unavailable)]),
  }
}

/** The parts of a figure, the largest first: what it was broken down by, or the codes it is counted under. */
export function breakdownTable(
  kpi: Kpi,
  { breakdown = {}, groups, unavailable }: ShownFigure,
  by?: Dimension,
): WholeTable {
  const columns: readonly Column[] = [
    { name: 'group', words: by ? dimensions[by] : 'Counted under', kind: 'text' },
    ...figureColumns(by ? kpi.kind : 'count'),
    { name: 'code', words: 'Code', kind: 'text' },
  ]
  return {
    ...{ title: `${kpi.name}: ${headingOf(by)}`, notes: [], columns },
    rows: by
      ? (groups ?? []).map((each) => [each.name, ...figureCells(kpi.kind, each, unavailable), each.code])
      : largestFirst(Object.entries(breakdown)).map(([code, count]) => [nameOfCode(kpi, code), cellOf(count), code]),
  }
}

/** How a breakdown is called: by team, or each code it is counted under. */
export const headingOf = (by: Dimension | undefined) => (by ? `by ${dimensions[by].toLowerCase()}` : 'each')

const largestFirst = (entries: readonly (readonly [string, PublishedCount])[]) =>
  entries.toSorted(([, one], [, other]) => size(other) - size(one))

/** Suppressed counts stand last, in no order that would tell which is larger. */
const size = (count: PublishedCount) => (count === 'c' ? -1 : count)

/** The figure of each month or year. */
export function seriesTable(kpi: Kpi, series: readonly ShownFigure[], step: Step): WholeTable {
  return {
    title: `${kpi.name}: ${step === 'year' ? 'years to 31 March' : `each ${step}`}`,
    notes: [...(kpi.snapshot ? [`As things stood at the end of each ${step}.`] : []), ...notesOf(series, step)],
    columns: [{ name: step, words: step === 'year' ? 'Year' : 'Month', kind: 'text' }, ...figureColumns(kpi.kind)],
    rows: series.map((figure) => [periodName(figure, step), ...figureCells(kpi.kind, figure, figure.unavailable)]),
  }
}

/** What has to be known of some of the months or years, each said once. */
export function notesOf(series: readonly Pick<Figure, 'from' | 'note'>[], step: Step): readonly string[] {
  return [...new Set(series.flatMap((each) => (each.note ? [`${periodName(each, step)}: ${each.note}`] : [])))]
}

/** `June 2026`, `2025/26`. */
export function periodName({ from }: Pick<Figure, 'from'>, step: Step): string {
  if (step !== 'year') return inWords(from).replace(/^\S+ /, '')
  const ends = Number(financialYearOf(from).to.slice(0, 4))
  return `${ends - 1}/${String(ends).slice(2)}`
}

export const shownValues = (kpi: Kpi, series: readonly ShownFigure[]) => ({
  measure: measureOf(kpi.kind),
  values: series.map((figure) => wholeOf(kpi.kind, figure)),
})
