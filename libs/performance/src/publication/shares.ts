import { type Shown, rounded } from './measure.js'
import { type PublishedCount, suppressed } from './suppression.js'

export interface Share {
  readonly numerator: number
  readonly denominator: number
}

export interface PublishedShare {
  readonly numerator: PublishedCount
  readonly denominator: PublishedCount
  /** 0 to 100 to one decimal; `c` where either count is; null where the denominator is zero. */
  readonly value: Shown
}

/**
 * Shares as published, with their total. What is not in a numerator is a count too, and often the small one (97 of 100 tells
 * of three), so each is a row of two: in the numerator, and not.
 */
export function publishedShares(shares: readonly Share[]): {
  readonly shares: readonly PublishedShare[]
  readonly total: PublishedShare
} {
  const table = suppressed(shares.map(({ numerator, denominator }) => [numerator, denominator - numerator]))
  return {
    shares: shares.map((_, index) => shareOf(table.rows[index]?.[0] ?? 0, table.rowTotals[index] ?? 0)),
    total: shareOf(table.columnTotals[0] ?? 0, table.total),
  }
}

/** One share as published. */
export function publishedShare(share: Share): PublishedShare {
  return publishedShares([share]).total
}

function shareOf(numerator: PublishedCount, denominator: PublishedCount): PublishedShare {
  if (numerator === 'c' || denominator === 'c') return { numerator, denominator, value: 'c' }
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : rounded((100 * numerator) / denominator, 'percent'),
  }
}
