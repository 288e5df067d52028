import type { RowStore } from '@front-door/read-models'
import { recent } from './recent.js'

/** Stores of rows derived for questions, kept for the next one like it, and closed once nobody asks them any more. */
export interface Stores {
  use<T>(key: string, make: () => Promise<RowStore>, work: (rows: RowStore) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function storesOf(limit: number): Stores {
  const using = new Map<Promise<RowStore>, number>()
  const dropped = new Set<Promise<RowStore>>()
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
  const done = (store: Promise<RowStore>) => {
    const left = (using.get(store) ?? 1) - 1
    if (left > 0) return void using.set(store, left)
    using.delete(store)
    if (dropped.delete(store)) letGo(store)
  }
  return {
    async use(key, make, work) {
      const store = kept.of(key, make)
      using.set(store, (using.get(store) ?? 0) + 1)
      try {
        return await work(await store)
      } finally {
        done(store)
      }
    },
    close: () => kept.clear(),
  }
}
