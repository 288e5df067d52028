import type { Range, Weighted } from './chance.js'

/** Values by how often each comes up: `{ RED: 8, AMBER: 42, GREEN: 50 }`. */
export function weights<K extends string>(table: Readonly<Record<K, number>>): Weighted<K> {
  const list: (readonly [K, number])[] = []
  for (const value in table) list.push([value, table[value]])
  return filled(list)
}

/** Ranges by how often each comes up: `{ 0: 62, '1 to 5': 38 }`. */
export function bands(table: Readonly<Record<string, number>>): Weighted<Range> {
  return filled(Object.entries(table).map(([band, weight]) => [rangeOf(band), weight]))
}

function rangeOf(band: string): Range {
  const [from = 0, to = from] = band.split(' to ').map(Number)
  return [from, to]
}

function filled<T>([first, ...rest]: readonly (readonly [T, number])[]): Weighted<T> {
  if (!first) throw new Error('There is nothing to choose from.')
  return [first, ...rest]
}
