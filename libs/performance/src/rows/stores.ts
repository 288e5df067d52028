import type { RowStore } from '@front-door/read-models'
import { recent } from './recent.js'

/** Derives rows, and tells how many events it has read. */
export type Make = (read: (events: number) => void) => Promise<RowStore>

/** Stores of rows derived for questions, kept for the next one like it, and closed once nobody asks them any more. */
export interface Stores {
  use<T>(key: string, make: Make, work: (rows: RowStore) => Promise<T>): Promise<T>
  /**
   * Whether the rows are there, after a moment of patience; they are begun where nobody else's are waited for, and kept
   * for a while for whoever asked. How many events have been read where they are not. Rejects once where it failed.
   */
  begin(key: string, make: Make): Promise<'ready' | { readonly read: number }>
  close(): Promise<void>
}

/** Somebody waits for these rows, and comes back for them. */
interface Awaited {
  /** In milliseconds: until when they are kept once they are there. Nobody who waits stays away so long. */
  until: number
  failed?: unknown
}

/** Milliseconds within which rows are there for most councils: then nobody is told to wait. */
const PATIENCE = 1_000
const KEPT_FOR = 60_000

export function storesOf(limit: number, patience = PATIENCE): Stores {
  const using = new Map<Promise<RowStore>, number>()
  const dropped = new Set<Promise<RowStore>>()
  const awaited = new Map<string, Awaited>()
  const reads = new Map<string, number>()
  /** What could not be derived has nothing to close: whoever asked was told. */
  const letGo = (store: Promise<RowStore>) => {
    if (using.has(store)) dropped.add(store)
    else
      void store.then(
        (rows) => rows.close(),
        () => undefined,
      )
  }
  const kept = recent<Promise<RowStore>>(limit, letGo)
  const madeOf = (key: string, make: Make) =>
    kept.of(key, () => {
      reads.set(key, 0)
      return make((events) => reads.set(key, events)).finally(() => reads.delete(key))
    })
  const done = (store: Promise<RowStore>) => {
    const left = (using.get(store) ?? 1) - 1
    if (left > 0) return void using.set(store, left)
    using.delete(store)
    if (dropped.delete(store)) letGo(store)
  }

  /** Nobody's rows are begun while so many others are waited for: they would drive each other out for ever. */
  const isTurnOf = (key: string) => {
    for (const [other, { until }] of awaited) if (until < Date.now()) awaited.delete(other)
    return awaited.has(key) || awaited.size < limit
  }
  const waitFor = (key: string, store: Promise<RowStore>) => {
    if (awaited.has(key)) return
    const one: Awaited = { until: Infinity }
    awaited.set(key, one)
    const settled = (failed?: unknown) => {
      one.until = Date.now() + KEPT_FOR
      one.failed = failed
    }
    store.then(() => settled(), settled)
  }

  return {
    async use(key, make, work) {
      const store = madeOf(key, make)
      using.set(store, (using.get(store) ?? 0) + 1)
      try {
        return await work(await store)
      } finally {
        awaited.delete(key)
        done(store)
      }
    },
    async begin(key, make) {
      const failed = awaited.get(key)?.failed
      if (failed !== undefined) {
        awaited.delete(key)
        throw failed instanceof Error ? failed : new Error('The rows could not be derived.')
      }
      if (!isTurnOf(key)) return { read: 0 }
      const store = madeOf(key, make)
      waitFor(key, store)
      try {
        return (await isThere(store, patience)) ? 'ready' : { read: reads.get(key) ?? 0 }
      } catch (error) {
        awaited.delete(key)
        throw error
      }
    },
    close: () => kept.clear(),
  }
}

async function isThere(store: Promise<unknown>, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)))
  try {
    return await Promise.race([store.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
