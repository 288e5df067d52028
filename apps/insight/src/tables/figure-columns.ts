import { type Cell, type Column, type Kind, type Measure, type PublishedNumbers, cellOf } from '@front-door/performance'

/** What a value of this kind is measured in. The parts of a breakdown are counts. */
export const measureOf = (kind: Kind): Measure => (kind === 'breakdown' ? 'count' : kind)

/** The columns every figure has: its value, and what it was made of. */
export function figureColumns(kind: Kind): readonly Column[] {
  const value: Column = { name: 'value', words: 'Figure', kind: measureOf(kind) }
  if (kind === 'count' || kind === 'breakdown') return [value]
  return [
    value,
    { name: 'numerator', words: 'Counted', kind: 'count' },
    { name: 'denominator', words: 'Out of', kind: 'count' },
  ]
}

export function figureCells(kind: Kind, { value, numerator, denominator }: PublishedNumbers): readonly Cell[] {
  const cells = kind === 'count' || kind === 'breakdown' ? [value] : [value, numerator, denominator]
  return cells.map(cellOf)
}
