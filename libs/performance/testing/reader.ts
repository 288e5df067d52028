import type { PublishedTable } from '../src/publication/suppression.js'

type Counts = readonly (readonly number[])[]

/**
 * The suppressed cells that a reader of the published table can work out. By trying: it moves every suppressed inner cell by
 * one up, one down or not at all, in every combination, keeps what agrees with all that is published, and sees which
 * suppressed cells moved in none. (A cell that can be another number at all can be one more or one less.)
 */
export function workedOut(counts: Counts, published: PublishedTable): readonly string[] {
  const hidden = published.rows.flatMap((row, r) => row.flatMap((cell, c) => (cell === 'c' ? [{ r, c }] : [])))
  const still = new Set([...namesOf(published)])
  for (let combination = 0; combination < 3 ** hidden.length && still.size > 0; combination += 1) {
    const moved = counts.map((row) => [...row])
    hidden.forEach(({ r, c }, index) => {
      const row = moved[r]
      if (row) row[c] = (row[c] ?? 0) + (Math.floor(combination / 3 ** index) % 3) - 1
    })
    if (!agrees(moved, published)) continue
    const before = named(counts)
    for (const [name, value] of named(moved)) if (before.get(name) !== value) still.delete(name)
  }
  return [...still]
}

/** Every cell and total of the table by name. */
function named(counts: Counts): ReadonlyMap<string, number> {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const columns = (counts[0] ?? []).map((_, c) => counts.map((row) => row[c] ?? 0))
  return new Map([
    ...counts.flatMap((row, r) => row.map((value, c): [string, number] => [`${r},${c}`, value])),
    ...counts.map((row, r): [string, number] => [`row ${r}`, sum(row)]),
    ...columns.map((column, c): [string, number] => [`column ${c}`, sum(column)]),
    ['all', sum(counts.flat())],
  ])
}

/** The same names, with what is published under each. */
function publishedByName({ rows, rowTotals, columnTotals, total }: PublishedTable): ReadonlyMap<string, number | 'c'> {
  return new Map([
    ...rows.flatMap((row, r) => row.map((value, c): [string, number | 'c'] => [`${r},${c}`, value])),
    ...rowTotals.map((value, r): [string, number | 'c'] => [`row ${r}`, value]),
    ...columnTotals.map((value, c): [string, number | 'c'] => [`column ${c}`, value]),
    ['all', total],
  ])
}

export function namesOf(published: PublishedTable): readonly string[] {
  return [...publishedByName(published)].flatMap(([name, value]) => (value === 'c' ? [name] : []))
}

/** Whether a reader could have these counts before them: the published numbers, and at least one for every `c`. */
function agrees(counts: Counts, published: PublishedTable): boolean {
  const shown = publishedByName(published)
  return [...named(counts)].every(([name, value]) => {
    const said = shown.get(name)
    return said === 'c' ? value >= 1 : said === value
  })
}
