/**
 * What else has to be suppressed so that one suppressed cell cannot be worked out. A table with its totals stays true when one
 * is added to a cell only if others move with it, round a cycle through its rows and columns (a total moves against the cells
 * it is the sum of). If every cell of such a cycle is suppressed, the reader cannot tell the table before from the table
 * after. The cheapest cycle is a shortest path (the network method of complementary suppression; L. H. Cox).
 */

/** Counts with the total of each row last in it, and the totals of the columns as the last row. */
export type Cells = readonly (readonly number[])[]

export interface Place {
  readonly r: number
  readonly c: number
}

export const cellAt = (r: number, c: number) => `${r},${c}`

/** The cells of the cheapest cycle through the place, without it. Suppressed cells cost nothing; small ones cost little. */
export function cheapestCycle(cells: Cells, { r, c }: Place, hidden: ReadonlySet<string>): readonly Place[] {
  const by = (way: 1 | -1) => (mayMove(cells, r, c, way) ? shortestPath(cells, { r, c }, way, hidden) : undefined)
  const more = by(1)
  const less = more?.cost === 0 ? undefined : by(-1)
  return (less && (!more || less.cost < more.cost) ? less : more)?.places ?? []
}

/** Whether the cell may be one more (way 1) or one less, as the equation of its row has it, and still not be zero. */
function mayMove(cells: Cells, r: number, c: number, way: 1 | -1): boolean {
  const value = cells[r]?.[c] ?? 0
  const up = (isTotal(cells, r, c) ? -way : way) === 1
  return value > 0 && (up || value > 1)
}

/** A total stands on the other side of the equation. The total of all is the total of totals: it stands on this side. */
function isTotal(cells: Cells, r: number, c: number): boolean {
  return (r === cells.length - 1) !== (c === (cells[0]?.length ?? 0) - 1)
}

interface Path {
  readonly cost: number
  readonly places: readonly Place[]
}

/** A row or a column, on the way. */
interface Line {
  readonly kind: 'row' | 'column'
  readonly index: number
  readonly path: Path
}

/**
 * From the row of the place to its column, by cells that move in turn against and with it, so that every row and column on
 * the way still adds up (Dijkstra's algorithm).
 */
function shortestPath(cells: Cells, from: Place, way: 1 | -1, hidden: ReadonlySet<string>): Path | undefined {
  const waiting = new Map<string, Line>()
  const done = new Set<string>()
  let next: Line | undefined = { kind: 'row', index: from.r, path: { cost: 0, places: [] } }
  while (next && !(next.kind === 'column' && next.index === from.c)) {
    const here = `${next.kind} ${next.index}`
    done.add(here)
    waiting.delete(here)
    for (const line of onwards(cells, from, next, way, hidden)) {
      const name = `${line.kind} ${line.index}`
      const known = waiting.get(name)
      if (!done.has(name) && (!known || line.path.cost < known.path.cost)) waiting.set(name, line)
    }
    next = nearest(waiting)
  }
  return next?.path
}

function nearest(waiting: ReadonlyMap<string, Line>): Line | undefined {
  let found: Line | undefined
  for (const line of waiting.values()) if (!found || line.path.cost < found.path.cost) found = line
  return found
}

function onwards(
  cells: Cells,
  from: Place,
  { kind, index, path }: Line,
  way: 1 | -1,
  hidden: ReadonlySet<string>,
): Line[] {
  const crossing = kind === 'row' ? (cells[index] ?? []) : cells.map((row) => row[index] ?? 0)
  return crossing.flatMap((_, other): Line[] => {
    const place = kind === 'row' ? { r: index, c: other } : { r: other, c: index }
    const itself = place.r === from.r && place.c === from.c
    if (itself || !mayMove(cells, place.r, place.c, kind === 'row' ? (way === 1 ? -1 : 1) : way)) return []
    const cost = path.cost + costOf(cells, place, hidden)
    return [{ kind: kind === 'row' ? 'column' : 'row', index: other, path: { cost, places: [...path.places, place] } }]
  })
}

/** What is lost by suppressing the cell: its count; and a total, on which other tables are read, only as the last resort. */
function costOf(cells: Cells, { r, c }: Place, hidden: ReadonlySet<string>): number {
  if (hidden.has(cellAt(r, c))) return 0
  const total = cells.at(-1)?.at(-1) ?? 0
  const edges = Number(r === cells.length - 1) + Number(c === (cells[0]?.length ?? 0) - 1)
  return (cells[r]?.[c] ?? 0) + edges * 4 * (total + 1)
}
