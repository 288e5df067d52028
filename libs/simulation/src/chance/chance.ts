import { type Seed, seeded } from './seeded.js'

/** A list with something in it. */
export type Some<T> = readonly [T, ...T[]]

/** Values with how often each comes up, in any unit: percentages, counts. */
export type Weighted<T> = Some<readonly [value: T, weight: number]>

/** From a number to another, both included. */
export type Range = readonly [from: number, to: number]

/** What comes up by chance, in a sequence that its seed fixes. */
export interface Chance {
  /** Yes, with this probability. */
  is(probability: number): boolean
  /** Any number of a range. */
  between(range: Range): number
  /** A whole number of a range. */
  whole(range: Range): number
  pick<T>(list: Some<T>): T
  among<T>(weighted: Weighted<T>): T
  /** How long until something that comes up at random: mostly shorter than the mean, now and then much longer. */
  wait(mean: number): number
}

export function chanceFrom(seed: Seed): Chance {
  const word = seeded(seed)
  const next = () => word() / 2 ** 32
  return {
    is: (probability) => next() < probability,
    between: ([from, to]) => from + next() * (to - from),
    whole: ([from, to]) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    among(weighted) {
      const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      for (const [value, weight] of weighted) if ((left -= weight) < 0) return value
      return weighted[0][0]
    },
    wait: (mean) => -mean * Math.log(1 - next()),
  }
}
