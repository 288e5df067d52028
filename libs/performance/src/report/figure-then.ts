import type { Figure } from '../figures.js'

/** A figure as it was published. `value` is null where there is none; `unavailable` then says why. */
export interface FigureThen {
  readonly id: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly unavailable?: string | undefined
}

/** Of a figure as it was counted, what is published of it; of one counted under codes, how many there are in all. */
export function figureThen({ id, numerator, denominator, value, breakdown, unavailable }: Figure): FigureThen {
  const whole = value ?? (breakdown ? numerator : null)
  return { id, numerator, denominator, value: whole, ...(unavailable ? { unavailable } : {}) }
}
