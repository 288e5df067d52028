import type { ChildId } from '@front-door/case-flow'
import { type StoredEvent, childOf, isOfChild } from '@front-door/event-log'
import type { Consumer } from '@front-door/feed'
import { type Derived, type Sources, rowsNow } from './derive.js'
import type { RowStore } from './store.js'

export interface Projecting extends Sources {
  readonly rows: RowStore
}

/** The consumer that keeps the rows: its checkpoint is how far they have come. */
export const ROWS = 'rows'

/** Keeps the rows up with the log: the rows of every child a page touches are derived again and replaced together. */
export function projector({ rows, ...sources }: Projecting): Consumer {
  return {
    name: ROWS,
    checkpoint: () => rows.checkpoint(ROWS),
    take: async (page: readonly StoredEvent[], upTo) => {
      // A rebuild may have swapped in rows of all this and more.
      if ((await rows.checkpoint(ROWS)) >= upTo) return
      const derived = new Map<ChildId, Derived>()
      const wanted = page.filter(({ stream }) => isOfChild(stream)).map(({ stream }) => childOf(stream))
      for (const child of wanted) {
        if (derived.has(child)) continue
        const one = await rowsNow(sources, child)
        derived.set(child, one)
        wanted.push(...one.mergedWith)
      }
      await rows.replace(ROWS, upTo, [...derived.values()])
    },
  }
}
