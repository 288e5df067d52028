/** From values to places in a drawing, and the round values worth a line across it. */

export type Scale = (value: number) => number

/** Values from `low` to `high` spread evenly from place `from` to place `to`. */
export function scale([low, high]: readonly [number, number], from: number, to: number): Scale {
  const span = high - low || 1
  return (value) => from + ((value - low) / span) * (to - from)
}

const STEPS = [1, 2, 2.5, 5, 10]

/** Round values, about five, from at or below the lowest to at or above the highest. */
export function roundValues(lowest: number, highest: number): readonly number[] {
  const span = highest - lowest || Math.abs(highest) || 1
  const power = 10 ** Math.floor(Math.log10(span / 5))
  const step = power * (STEPS.find((size) => size * power * 5 >= span) ?? 10)
  const first = Math.floor(lowest / step)
  const last = Math.max(Math.ceil(highest / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** The places moved apart, as little as a pass down and a pass up need, so that words at them do not overlap. */
export function apart(places: readonly number[], gap: number, lowest: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index)
  let above = -Infinity
  const down = order.map(({ place, index }) => ({ index, place: (above = Math.max(place, above + gap)) }))
  let below = lowest + gap
  const up = down.reverse().map(({ place, index }) => ({ index, place: (below = Math.min(place, below - gap)) }))
  return up.sort((a, b) => a.index - b.index).map(({ place }) => place)
}
