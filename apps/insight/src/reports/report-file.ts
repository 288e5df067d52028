import { type Benchmark, type Book, type Cell, type Edition, type Period } from '@front-door/performance'
import { numberCell } from '../tables/figure-columns.js'
import { type LineFigure, type ReportLine, besideOf, directionOf } from './report-page.js'

/** An edition as a file: numbers as they are counted, each with the measure it is of. */
export function editionBook(
  lines: readonly ReportLine[],
  { from, to }: Period,
  { number }: Edition,
  notes: readonly string[],
): Book {
  return {
    title: `Report ${from} to ${to} edition ${number}`,
    notes,
    tables: [
      {
        title: 'Figures of the report',
        notes: [
          'Direction of travel is from the period before, of the same length. Neighbours and England are of the latest year published.',
        ],
        columns: [
          { name: 'figure', words: 'Figure', kind: 'text' },
          { name: 'measure', words: 'Measure', kind: 'text' },
          { name: 'value', words: 'Value', kind: 'text' },
          { name: 'numerator', words: 'Counted', kind: 'count' },
          { name: 'denominator', words: 'Out of', kind: 'count' },
          { name: 'before', words: 'Period before', kind: 'text' },
          { name: 'direction', words: 'Direction', kind: 'text' },
          { name: 'neighbours', words: 'Neighbours', kind: 'text' },
          { name: 'neighbours_year', words: 'Year of neighbours', kind: 'text' },
          { name: 'england', words: 'England', kind: 'text' },
          { name: 'england_year', words: 'Year of England', kind: 'text' },
          { name: 'tolerance', words: 'Tolerance', kind: 'text' },
          { name: 'commentary', words: 'Commentary', kind: 'text' },
          { name: 'id', words: 'Id', kind: 'text' },
        ],
        rows: lines.map((line) => cellsOf(line, { from, to })),
      },
    ],
  }
}

function cellsOf(line: ReportLine, period: Period): readonly Cell[] {
  const { kpi, figure, before, commentary } = line
  return [
    ...[
      kpi.name,
      kpi.kind,
      valueOf(figure),
      numberCell(figure.numerator),
      numberCell(figure.denominator),
      before ? valueOf(before) : null,
    ],
    directionOf(line),
    ...published(besideOf(kpi, 'statistical-neighbours', period)),
    ...published(besideOf(kpi, 'england', period)),
    ...[commentary?.tolerance ?? null, commentary?.words ?? null, kpi.id],
  ]
}

const valueOf = ({ value, unavailable }: LineFigure): Cell => numberCell(value, unavailable)

const published = (found: Benchmark | undefined): readonly Cell[] => (found ? [found.value, found.year] : [null, null])
