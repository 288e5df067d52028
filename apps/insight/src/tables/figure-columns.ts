import {
  type Cell,
  type Column,
  type Kind,
  type Kpi,
  type Measure,
  type PublishedNumbers,
  type Shown,
  cellOf,
  shownInWords,
} from '@front-door/performance'

/** What a value of this kind is measured in. The parts of a breakdown are counts. */
export const measureOf = (kind: Kind): Measure => (kind === 'breakdown' ? 'count' : kind)

/** What stands for the whole figure: of one counted under codes, how many are counted in all. */
export const wholeOf = (kind: Kind, { value, numerator }: PublishedNumbers): Shown =>
  kind === 'breakdown' ? numerator : value

/** The whole figure as it is read. Where there is nothing to divide by there is no value, which is not "not available". */
export function wholeInWords({ kind }: Kpi, counted: PublishedNumbers): string {
  const whole = wholeOf(kind, counted)
  return whole === null ? 'no value' : shownInWords(whole, measureOf(kind))
}

/** The columns every figure has: its value, and what it was made of. */
export function figureColumns(kind: Kind): readonly Column[] {
  const value: Column = { name: 'value', words: 'Value', kind: measureOf(kind) }
  if (kind === 'count' || kind === 'breakdown') return [value]
  return [
    value,
    { name: 'numerator', words: 'Counted', kind: 'count' },
    { name: 'denominator', words: 'Out of', kind: 'count' },
  ]
}

/** `unavailable` says why it could not be counted; without it, what is missing is what there is nothing to divide by. */
export function figureCells(kind: Kind, counted: PublishedNumbers, unavailable?: string): readonly Cell[] {
  const whole = wholeOf(kind, counted)
  const cells = kind === 'count' || kind === 'breakdown' ? [whole] : [whole, counted.numerator, counted.denominator]
  return cells.map((cell) => numberCell(cell, unavailable))
}

/** One number of a figure: there is none, it is not available, or it is suppressed. */
export function numberCell(number: Shown, unavailable?: string): Cell {
  return number === null && unavailable === undefined ? null : cellOf(number)
}
