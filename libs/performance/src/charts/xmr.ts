/**
 * What in a run of values is more than its usual variation: the XmR chart of statistical process control (the individuals
 * and moving range chart; D. J. Wheeler, Understanding Variation).
 */
export interface Xmr {
  readonly mean: number
  /** The mean of the differences between each value and the one before it. */
  readonly averageMovingRange: number
  /** The natural process limits: mean less and plus 2.66 times the average moving range. */
  readonly lower: number
  readonly upper: number
  /** One for each value given, in order. */
  readonly points: readonly XmrPoint[]
}

export interface XmrPoint {
  readonly value: number | null
  readonly signals: readonly XmrSignal[]
}

/** `outside`: beyond a limit. `run`: one of at least 8 values in a row on one side of the mean. */
export type XmrSignal = 'outside' | 'run'

/** 3 divided by 1.128, the ratio of a moving range of two to a standard deviation. */
const LIMIT = 2.66
const RUN = 8

/**
 * The limits of the values and where they signal a change. A value that is not available is a gap: no moving range is
 * taken across it, and no run goes over it. Undefined with fewer than two values next to each other: there is no range.
 */
export function xmr(values: readonly (number | null)[]): Xmr | undefined {
  const known = values.filter((value) => value !== null)
  const ranges = values.flatMap((value, index) => {
    const before = values[index - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  if (ranges.length === 0) return undefined
  const mean = meanOf(known)
  const averageMovingRange = meanOf(ranges)
  const lower = mean - LIMIT * averageMovingRange
  const upper = mean + LIMIT * averageMovingRange
  const inRun = runs(values.map((value) => (value === null ? 0 : Math.sign(value - mean))))
  const points = values.map((value, index): XmrPoint => {
    const outside = value !== null && (value < lower || value > upper)
    return { value, signals: [...(outside ? ['outside' as const] : []), ...(inRun[index] ? ['run' as const] : [])] }
  })
  return { mean, averageMovingRange, lower, upper, points }
}

/** Which places are in a stretch of at least eight of the same sign. Zero, on the mean or missing, ends a stretch. */
function runs(signs: readonly number[]): readonly boolean[] {
  const lengthAt = (index: number, step: number): number => {
    let length = 0
    for (let at = index; signs[at] === signs[index]; at += step) length += 1
    return length
  }
  return signs.map((sign, index) => sign !== 0 && lengthAt(index, 1) + lengthAt(index, -1) - 1 >= RUN)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
