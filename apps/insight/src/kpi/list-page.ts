import { errorSummary } from '@front-door/pages'
import { type Kpi, periodInWords } from '@front-door/performance'
import type { ShownFigure } from '../asking/publication.js'
import type { Wanted } from '../asking/wanted.js'
import { pagesOfFigures } from '../places.js'
import { figureCells, figureColumns, numberCell } from '../tables/figure-columns.js'
import { type FileKind, filesAt } from '../tables/hand-out.js'
import { type WholeTable, cellIn, tableShown } from '../tables/table-shown.js'
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
        { name: 'name', words: 'Figure', kind: 'text' },
        ...figureColumns(kind),
        { name: 'id', words: 'Id', kind: 'text' },
      ],
      rows: ofKind.map(({ kpi, figure }) => [kpi.name, ...figureCells(kind, figure, figure.unavailable), kpi.id]),
    }
  })
}

const titles: Readonly<Record<Kpi['kind'], string>> = {
  count: 'Counts',
  percent: 'Percentages',
  'per-10000': 'Rates for each 10,000 children',
  'working-days': 'Working days',
  ratio: 'Cases for each worker',
  breakdown: 'Counted under codes',
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
      if (!kpi) return []
      const [value = null] = figureCells(kpi.kind, figure, figure.unavailable)
      const { from, to, numerator, denominator } = figure
      return [[kpi.id, kpi.name, from, to, kpi.kind, value, numberCell(numerator), numberCell(denominator)]]
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
        column === 'name' ? `${PATH}/${cellIn(table, row, 'id')}?${new URLSearchParams(query)}` : undefined,
      ),
    ),
    files: filesAt(PATH, query),
  }
}
