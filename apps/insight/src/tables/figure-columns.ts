import type { Column, Counted, Kind, Measure, Cell } from '@front-door/performance'

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

/** The one number of a figure. One that is told code by code has no value: there it is of how many cases it is told. */
export const wholeOf = (kind: Kind, { value, numerator }: Counted): number | null =>
  kind === 'breakdown' ? numerator : value

export function figureCells(kind: Kind, figure: Counted): readonly Cell[] {
  const whole = wholeOf(kind, figure)
  const cells = kind === 'count' || kind === 'breakdown' ? [whole] : [whole, figure.numerator, figure.denominator]
  return cells.map((cell) => cell ?? { missing: 'x' })
}
