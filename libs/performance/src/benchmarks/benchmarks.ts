import { barnsley, printedForEngland } from './barnsley.js'
import type { Area, Benchmark } from './benchmark.js'
import { england } from './england.js'

/** Every published figure that ships: England, and one council’s table with its statistical neighbours. */
export const benchmarks: readonly Benchmark[] = [...england, ...printedForEngland, ...barnsley]

/** The published figure of an area for the year to 31 March; undefined where nothing is held of it. */
export function benchmarkOf(id: string, area: Area, year: number): Benchmark | undefined {
  return benchmarks.find((each) => each.id === id && each.area === area && each.year === year)
}
