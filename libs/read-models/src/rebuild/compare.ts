import { setTimeout as wait } from 'node:timers/promises'
import type { ChildId } from '@front-door/case-flow'
import type { EventLog } from '@front-door/event-log'
import { type RangeRows, type Sources, rowsOrSetAside } from '../derive.js'
import { ROWS } from '../projector.js'
import { hasMoreAfter } from '../set-aside.js'
import type { RowStore } from '../store.js'
import { type ChildTableName, type SetAsideTable, childTables } from '../tables.js'
import { type RowOfChild, gathering, objectsOf } from './batch.js'
import { type Deriving, derivedInOrder, here } from './deriving.js'
import type { RebuildProgress } from './rebuild.js'

/** A child of whom the rows that are kept are not those that follow from the log, and in which tables. */
export interface Difference {
  readonly child: ChildId
  readonly tables: readonly ChildTableName[]
}

export interface Compared {
  readonly children: number
  readonly events: number
  readonly differing: readonly Difference[]
  /** Children with events that nobody is taking in: their rows are of an earlier day, and not compared. */
  readonly behind: readonly ChildId[]
  /** Children of whom no rows can be derived: none are to be kept of them. */
  readonly setAside: readonly SetAsideTable[]
}

export interface Comparing {
  readonly deriving?: Deriving
  readonly onProgress?: (progress: Pick<RebuildProgress, 'events' | 'of'>) => void
}

/** Derives every row anew and tells of which children the kept ones are others. Nothing is changed; people may work. */
export async function compare(
  sources: Sources,
  live: RowStore,
  { deriving = here(sources), onProgress = () => undefined }: Comparing = {},
): Promise<Compared> {
  const of = await sources.log.end()
  const known = new Set<ChildId>()
  const suspects = new Set<ChildId>()
  const setAside: SetAsideTable[] = []
  let events = 0
  for await (const { rows } of derivedInOrder(sources.log, deriving)) {
    for (const child of rows.children) known.add(child)
    for (const { child } of await differing(live, rows)) suspects.add(child)
    setAside.push(...(objectsOf(rows.rows.get('set_aside')) as readonly SetAsideTable[]))
    events += rows.events
    onProgress({ events, of })
  }
  for (const child of await strangers(live, known)) suspects.add(child)
  return { children: known.size, events, setAside, ...(await settled(sources, live, suspects)) }
}

/** How long the rows may stand still, in milliseconds, before nobody is thought to be taking in events. */
const STILL = 3_000

/** How often the same children must be found to differ before that is told. */
const LOOKS = 3

/**
 * While somebody takes in events, rows and log are never looked at in the same instant. Who differs is looked at again
 * when the rows have caught up, until all the others have come to rest.
 */
async function settled(sources: Sources, live: RowStore, suspects: ReadonlySet<ChildId>) {
  let left = await again(sources, live, suspects)
  for (let looks = 0; left.length > 0 && looks < LOOKS; looks++) {
    const isUpToDate = await caughtUp(sources.log, live)
    const before = left.length
    left = await again(sources, live, new Set(left.map(({ child }) => child)))
    if (!isUpToDate) return parted(sources.log, live, left)
    if (left.length < before) looks = 0
  }
  return { differing: left, behind: [] }
}

async function again(sources: Sources, live: RowStore, suspects: ReadonlySet<ChildId>): Promise<readonly Difference[]> {
  const found: Difference[] = []
  for (const child of suspects) {
    const { add, all } = gathering()
    add((await rowsOrSetAside(sources, child)).rows)
    found.push(...(await differing(live, { children: [child], rows: all() })))
  }
  return found
}

/** Resolves with true when the rows have come as far as the log had, and with false when they stand still before that. */
async function caughtUp(log: EventLog, live: RowStore): Promise<boolean> {
  const end = await log.end()
  let at = await live.checkpoint(ROWS)
  for (let moved = Date.now(); at < end && Date.now() - moved < STILL;) {
    await wait(50)
    const now = await live.checkpoint(ROWS)
    if (now !== at) moved = Date.now()
    at = now
  }
  return at >= end
}

/** Those with events that were not taken in apart from those that differ for no such reason. */
async function parted(log: EventLog, live: RowStore, left: readonly Difference[]) {
  const at = await live.checkpoint(ROWS)
  const behind = new Set<ChildId>()
  for (const { child } of left) {
    if (await hasMoreAfter(log, child, at)) behind.add(child)
  }
  return { differing: left.filter(({ child }) => !behind.has(child)), behind: [...behind] }
}

/** Who is set aside is told apart: since when is no matter of the log. */
const comparedTables = childTables.filter((table) => table !== 'set_aside')

/** Of these children, those whose kept rows are not the ones given. */
async function differing(
  { db }: RowStore,
  { children, rows }: Pick<RangeRows, 'children' | 'rows'>,
): Promise<readonly Difference[]> {
  const found = new Map<ChildId, ChildTableName[]>()
  for (const table of comparedTables) {
    const told = byChild(objectsOf(rows.get(table)))
    const kept = byChild(await db.selectFrom(table).selectAll().where('child', 'in', children).execute())
    for (const child of children)
      if (textOf(told.get(child) ?? []) !== textOf(kept.get(child) ?? []))
        found.set(child, [...(found.get(child) ?? []), table])
  }
  return [...found].map(([child, tables]) => ({ child, tables }))
}

function byChild(rows: readonly RowOfChild[]): ReadonlyMap<ChildId, readonly RowOfChild[]> {
  const found = new Map<ChildId, RowOfChild[]>()
  for (const row of rows) {
    const before = found.get(row.child)
    if (before) before.push(row)
    else found.set(row.child, [row])
  }
  return found
}

/** The same rows give the same text, in whatever order they and their columns come. */
function textOf(rows: readonly object[]): string {
  const texts = rows.map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))))
  return texts.sort().join()
}

/** Children that have rows, and of whom the log knows nothing. */
async function strangers({ db }: RowStore, known: ReadonlySet<ChildId>): Promise<ReadonlySet<ChildId>> {
  const found = new Set<ChildId>()
  for (const table of childTables)
    for (const { child } of await db.selectFrom(table).select('child').distinct().execute())
      if (!known.has(child)) found.add(child)
  return found
}
