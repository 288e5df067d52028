import {
  type Agreed,
  type ChildEvent,
  type ChildId,
  type History,
  eventsOf,
  identityOf,
  otherRecord,
  tellingWho,
} from '@front-door/case-flow'
import {
  type EventLog,
  type Histories,
  type Keys,
  type StreamEvent,
  type TrailWords,
  childOf,
  isOfChild,
  openWords,
  trailWords,
} from '@front-door/event-log'
import { type Batch, gathering } from './rebuild/batch.js'
import { rowsOf } from './rows.js'
import { setAsideFor } from './set-aside.js'
import type { ChildRows } from './store.js'
import { noRows } from './tables.js'

/** What rows are derived from. */
export interface Sources {
  readonly log: EventLog
  readonly keys: Keys
  readonly histories: Histories
  readonly agreed: Agreed
}

/**
 * The rows of a child as the log holds its history now or, where that cannot be read or they cannot be derived from it,
 * the one row that says so: the rows of all others go on. Rejects where the failure is not of this child alone.
 */
export async function rowsOrSetAside(sources: Sources, child: ChildId): Promise<Derived> {
  try {
    return await rowsNow(sources, child).catch(() => afresh(sources, child))
  } catch (error) {
    return { ...setAsideFor(child, error), mergedWith: [] }
  }
}

/** What is remembered of a history may be of before it was damaged, or before it was repaired. */
function afresh(sources: Sources, child: ChildId): Promise<Derived> {
  sources.histories.forget(child)
  return rowsNow(sources, child)
}

async function rowsNow({ log, keys, histories, agreed }: Sources, child: ChildId): Promise<Derived> {
  const { history } = await histories.current(child)
  const telling = tellingEvents(history)
  const words = telling.length > 0 ? await trailWords(log, keys, telling) : nothing
  return derived(history, words, agreed)
}

/**
 * Rows, and the records this one was ever merged with: what happens in a duplicate is told in the record that was kept,
 * and in the duplicate's own again where the merge was taken back. Their rows are replaced together.
 */
export interface Derived extends ChildRows {
  readonly mergedWith: readonly ChildId[]
}

/** So many streams, as `EventLog.readStreams` gives them: those after one, up to another. */
export interface Range {
  readonly after?: string | undefined
  readonly until: string
}

/** The children of a range, all their rows, and how many events they follow from. */
export interface RangeRows {
  readonly events: number
  readonly children: readonly ChildId[]
  readonly rows: Batch
}

/**
 * The rows of a range of children, each history read once and none of them kept. Where one of them cannot be read, they
 * are gone through child by child, and that one is set aside.
 */
export async function rowsOfRange(sources: Sources, range: Range): Promise<RangeRows> {
  try {
    return await rowsOfStreams(sources, range)
  } catch {
    return oneByOne(sources, range)
  }
}

async function rowsOfStreams({ log, keys, histories, agreed }: Sources, range: Range): Promise<RangeRows> {
  const children: ChildId[] = []
  const rows = gathering()
  let events = 0
  for await (const page of log.readStreams({ ...range, wordsOf: tellingWho }))
    for (const stream of page) {
      events += stream.length
      if (!isOfChild(stream[0]?.stream ?? '')) continue
      const history = await histories.told(stream)
      rows.add(derived(history, await wordsIn(keys, history.child, stream), agreed).rows)
      children.push(history.child)
    }
  return { events, children, rows: rows.all() }
}

/** Rejects where what failed is not of one child alone. */
async function oneByOne(sources: Sources, range: Range): Promise<RangeRows> {
  const children = (await streamsIn(sources.log, range)).filter(isOfChild).map(childOf)
  const rows = gathering()
  let events = 0
  for (const child of children) {
    const one = await rowsOrSetAside(sources, child)
    rows.add(one.rows)
    events += one.rows.child[0]?.version ?? 0
  }
  return { events, children, rows: rows.all() }
}

async function streamsIn(log: EventLog, { after, until }: Range): Promise<readonly string[]> {
  const names: string[] = []
  let isIn = after === undefined
  for await (const page of log.streams())
    for (const name of page) {
      if (isIn) names.push(name)
      if (name === after) isIn = true
      if (name === until) return names
    }
  return names
}

function derived(history: History, words: TrailWords, agreed: Agreed): Derived {
  const identity = identityOf(tellingEvents(history), ({ id }) => words.get(id))
  const merges = eventsOf(history).filter(({ type }) => type === 'PersonMerged')
  return {
    child: history.child,
    rows: history.version === 0 ? noRows : rowsOf(history, identity, agreed),
    mergedWith: [...new Set(merges.flatMap((merge) => otherRecord(merge) ?? []))],
  }
}

/** A duplicate that was merged into a record tells nothing of who that is. */
function tellingEvents(history: History): readonly ChildEvent[] {
  return eventsOf(history).filter(
    ({ child, type, said }) => child === history.child && said.length > 0 && tellingWho.includes(type),
  )
}

async function wordsIn(keys: Keys, child: ChildId, stream: readonly StreamEvent[]): Promise<TrailWords> {
  const opened = new Map<string, Awaited<ReturnType<typeof openWords>>>()
  for (const { id, words } of stream) if (words) opened.set(id, await openWords(keys, child, id, words))
  return opened
}

const nothing: TrailWords = new Map()
