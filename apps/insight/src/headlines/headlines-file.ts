import type { Day } from '@front-door/calendar'
import type { Book, Cell } from '@front-door/performance'
import { figureCells, numberCell } from '../tables/figure-columns.js'
import { type Headline, directionOf, notesOf } from './headlines-page.js'

/** The facts as a file, each with the days it is of and the measure of its values. */
export function headlinesBook(told: readonly Headline[], today: Day): Book {
  return {
    title: `Key facts ${today}`,
    notes: notesOf(told),
    tables: [
      {
        title: 'Key facts',
        notes: ['A year ago is the same twelve months before. Of a snapshot, first and last day are the day it is of.'],
        columns: [
          { name: 'fact', words: 'Fact', kind: 'text' },
          { name: 'from', words: 'First day', kind: 'day' },
          { name: 'to', words: 'Last day', kind: 'day' },
          { name: 'measure', words: 'Measure', kind: 'text' },
          { name: 'value', words: 'Value', kind: 'text' },
          { name: 'numerator', words: 'Counted', kind: 'count' },
          { name: 'denominator', words: 'Out of', kind: 'count' },
          { name: 'before', words: 'A year ago', kind: 'text' },
          { name: 'direction', words: 'Since then', kind: 'text' },
          { name: 'id', words: 'Id', kind: 'text' },
        ],
        rows: told.map(cellsOf),
      },
    ],
  }
}

function cellsOf(headline: Headline): readonly Cell[] {
  const { kpi, now, before } = headline
  const { from, to } = now.on === undefined ? now : { from: now.on, to: now.on }
  const [value = null] = figureCells(kpi.kind, now, now.unavailable)
  const [was = null] = before ? figureCells(kpi.kind, before, before.unavailable) : []
  return [
    ...[kpi.name, from, to, kpi.kind, value],
    ...[numberCell(now.numerator), numberCell(now.denominator)],
    ...[was, directionOf(headline), kpi.id],
  ]
}
