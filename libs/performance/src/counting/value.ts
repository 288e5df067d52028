import type { Kpi } from '../catalogue/kpi.js'
import type { Counted } from '../figures.js'
import type { Tally } from './tally.js'

/** Numbers as the kind of a figure puts them: where there is nothing to divide by there is no value, and not zero. */
export function valueOf(
  { kind, measure, denominator: words }: Pick<Kpi, 'kind' | 'measure' | 'denominator'>,
  { numerator, denominator, value }: Omit<Tally, 'part'>,
  people?: number,
): Counted {
  if (measure === 'most-of-a-worker') return { numerator, denominator: null, value: value ?? 0 }
  if (kind === 'count') return { numerator, denominator: words === null ? null : denominator, value: numerator }
  if (kind === 'breakdown') return { numerator, denominator, value: null }
  if (kind === 'per-10000')
    return people === undefined
      ? { numerator, denominator: null, value: null }
      : { numerator, denominator: people, value: divided(numerator * 10_000, people) }
  if (measure === 'median') return { numerator, denominator, value: denominator === 0 ? null : (value ?? null) }
  return { numerator, denominator, value: divided(kind === 'percent' ? numerator * 100 : numerator, denominator) }
}

const divided = (one: number, by: number): number | null => (by === 0 ? null : one / by)
