import { type Cells, type Place, cellAt, cheapestCycle } from './cycles.js'

/** A count as published: `c` where it is suppressed. */
export type PublishedCount = number | 'c'

/** A two-way table of counts as published, with its totals. */
export interface PublishedTable {
  readonly rows: readonly (readonly PublishedCount[])[]
  readonly rowTotals: readonly PublishedCount[]
  readonly columnTotals: readonly PublishedCount[]
  readonly total: PublishedCount
}

/** Counts from 1 to 5 are not published: a child might be recognised. A zero is (reference/kpis.md section 2). */
export const SMALL = 5

/**
 * The table with `c` for every count and total from 1 to 5, and for as few and as small others as keep each of them
 * from being worked out from what is left: in every row and column the sums are published too, and a reader knows that
 * no `c` is a zero. For every `c` there is another table with the same published numbers in which that `c` is a
 * different number. It guards this one table; two tables of overlapping populations, laid over each other, may still
 * tell a difference. What is suppressed elsewhere, where the same count is published, is named by `elsewhere`: its row
 * and column, those of the totals being the last.
 */
export function suppressed(
  counts: readonly (readonly number[])[],
  elsewhere: (place: Place) => boolean = () => false,
): PublishedTable {
  const cells = withTotals(counts)
  const hidden = new Set<string>()
  const all = cells.flatMap((row, r) => row.map((value, c) => ({ r, c, value })))
  const small = all.filter(({ r, c, value }) => value >= 1 && (value <= SMALL || elsewhere({ r, c })))
  for (const { r, c } of small) hidden.add(cellAt(r, c))
  const safe = new Set<string>()
  for (const place of small) {
    if (safe.has(cellAt(place.r, place.c))) continue
    for (const { r, c } of [place, ...cheapestCycle(cells, place, hidden)]) {
      hidden.add(cellAt(r, c))
      safe.add(cellAt(r, c))
    }
  }
  const published = cells.map((row, r) => row.map((value, c) => (hidden.has(cellAt(r, c)) ? 'c' : value)))
  const last = published.at(-1) ?? []
  return {
    rows: published.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: published.slice(0, -1).map((row) => row.at(-1) ?? 0),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? 0,
  }
}

/** The same for one list of counts with its total. */
export function suppressedList(counts: readonly number[]): {
  readonly counts: readonly PublishedCount[]
  readonly total: PublishedCount
} {
  const { rows, total } = suppressed([counts])
  return { counts: rows[0] ?? [], total }
}

/**
 * The same for lists in groups, where each group's total is published as well as the total of all; `isTotalHidden`
 * where that is suppressed elsewhere.
 */
export function suppressedInGroups(
  groups: readonly (readonly number[])[],
  isTotalHidden = false,
): {
  readonly groups: readonly { readonly counts: readonly PublishedCount[]; readonly total: PublishedCount }[]
  readonly total: PublishedCount
} {
  // A row for each group and a column for each count: all but the group's own are zeros, which are never suppressed.
  const before = (index: number) =>
    groups
      .slice(0, index)
      .flat()
      .map(() => 0)
  const after = (index: number) =>
    groups
      .slice(index + 1)
      .flat()
      .map(() => 0)
  const rows = groups.map((group, index) => [...before(index), ...group, ...after(index)])
  const table = suppressed(rows, ({ r, c }) => isTotalHidden && r === rows.length && c === rows[0]?.length)
  return {
    groups: groups.map((group, index) => ({
      counts: (table.rows[index] ?? []).slice(before(index).length, before(index).length + group.length),
      total: table.rowTotals[index] ?? 0,
    })),
    total: table.total,
  }
}

function withTotals(counts: readonly (readonly number[])[]): Cells {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const rows = counts.map((row) => [...row, sum(row)])
  const width = Math.max(...rows.map((row) => row.length), 1)
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))]
}
