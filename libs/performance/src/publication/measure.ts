/** What a value is of, as in the catalogue of figures. */
export type Measure = 'count' | 'percent' | 'per-10000' | 'working-days' | 'ratio'

/** A value as it may be shown: a number, `c` for one suppressed, null for one that is not available (never a zero). */
export type Shown = number | 'c' | null

const places: Readonly<Record<Measure, number>> = { count: 0, percent: 1, 'per-10000': 1, 'working-days': 1, ratio: 1 }

/**
 * The value as published: one decimal place, as in the DfE tables; a count as it is. Halves go up: 17.25 is 17.3.
 * Noise of the ninth place, which division leaves, is no reason to go down.
 */
export function rounded(value: number, measure: Measure): number {
  const scale = 10 ** places[measure]
  return Math.round(Number((value * scale).toFixed(9))) / scale
}

/** The value as people read it: `2,183`, `17.2%`, `not available`, `suppressed`. */
export function shownInWords(value: Shown, measure: Measure): string {
  if (value === null) return 'not available'
  if (value === 'c') return 'suppressed'
  const digits = measure === 'working-days' ? {} : { minimumFractionDigits: places[measure] }
  const number = rounded(value, measure).toLocaleString('en-GB', digits)
  return measure === 'percent' ? `${number}%` : number
}
