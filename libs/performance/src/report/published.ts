/** A figure as it was published. `value` is null where there is none; `unavailable` then says why. */
export interface PublishedFigure {
  readonly id: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly unavailable?: string | undefined
}
