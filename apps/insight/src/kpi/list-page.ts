import { errorSummary } from '@front-door/pages'
import { type Kpi, periodInWords } from '@front-door/performance'
import { type ShownFigure, wholeOf } from '../asking/publication.js'
import type { Wanted } from '../asking/wanted.js'
import { pagesOfFigures } from '../places.js'
import { figureCells, measureOf } from '../tables/figure-columns.js'
import { type FileKind, filesAt } from '../tables/hand-out.js'
import { type WholeTable, tableShown } from '../tables/table-shown.js'
import { labelsOf } from './kpi-page.js'

const PATH = '/performance/kpis'

/** Every figure of a period. Their values are of several measures: each is written in its own. */
function tablesOf(kpis: readonly Kpi[], figures: readonly ShownFigure[]): readonly WholeTable[] {
  const measures = [...new Set(kpis.map(({ kind }) => kind))]
  return measures.map((kind) => {
    const ofKind = figures.flatMap((figure) => {
      const kpi = kpis.find(({ id }) => id === figure.id)
      return kpi?.kind === kind ? [{ kpi, figure }] : []
    })
    return {
      title: titles[kind],
      notes: [],
      columns: [
        { name: 'id', words: 'Id', kind: 'text' },
        { name: 'name', words: 'Figure', kind: 'text' },
        { name: 'value', words: 'Value', kind: measureOf(kind) },
        { name: 'numerator', words: 'Counted', kind: 'count' },
        { name: 'denominator', words: 'Out of', kind: 'count' },
      ],
      rows: ofKind.map(({ kpi, figure }) => [kpi.id, kpi.name, ...valuesOf(kpi, figure)]),
    }
  })
}

const titles: Readonly<Record<Kpi['kind'], string>> = {
  count: 'Counts',
  percent: 'Percentages',
  'per-10000': 'Rates for 10,000 children',
  'working-days': 'Working days',
  ratio: 'Cases for each worker',
  breakdown: 'Counted by what they are',
}

function valuesOf({ kind }: Kpi, figure: ShownFigure) {
  const [shown, numerator = null, denominator = null] = figureCells(kind, { ...figure, value: wholeOf(figure) })
  return [shown ?? null, numerator, denominator]
}

/** As a file: a sheet for each measure, or all of them in one CSV with the measure named. */
export function listBook(kpis: readonly Kpi[], figures: readonly ShownFigure[], as: FileKind) {
  const [first] = figures
  return {
    title: first ? `Figures ${first.from} to ${first.to}` : 'Figures',
    notes: first ? labelsOf(first) : [],
    tables: as === 'csv' ? [inOne(kpis, figures)] : tablesOf(kpis, figures),
  }
}

function inOne(kpis: readonly Kpi[], figures: readonly ShownFigure[]): WholeTable {
  const named = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  return {
    title: 'Figures',
    notes: [],
    columns: ['id', 'name', 'from', 'to', 'measure', 'value', 'numerator', 'denominator'].map((name) => ({
      ...{ name, words: name },
      kind: 'text',
    })),
    rows: figures.flatMap((figure) => {
      const kpi = named.get(figure.id)
      return kpi ? [[kpi.id, kpi.name, figure.from, figure.to, kpi.kind, ...valuesOf(kpi, figure)]] : []
    }),
  }
}

export function listPage(
  kpis: readonly Kpi[],
  figures: readonly ShownFigure[],
  { asked, questions, more, problems, query }: Wanted,
) {
  const tables = tablesOf(kpis, figures)
  return {
    ...{ title: 'All figures', wide: true, questions, more, path: PATH, pages: pagesOfFigures(PATH) },
    ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
    period: periodInWords(asked),
    labels: figures[0] ? labelsOf(figures[0]) : [],
    tables: tables.map((table) =>
      tableShown(table, (row, column) =>
        column === 'name' ? `${PATH}/${String(table.rows[row]?.[0])}?${new URLSearchParams(query)}` : undefined,
      ),
    ),
    files: filesAt(PATH, query),
  }
}
