import type { ChildId } from '@front-door/case-flow'
import { type StoredEvent, childOf, isOfChild } from '@front-door/event-log'
import type { Consumer } from '@front-door/feed'
import { type Derived, type Sources, rowsOrSetAside } from './derive.js'
import { hasMoreAfter, isOfTheRows, setAsideFor, setAsideIn } from './set-aside.js'
import type { RowStore } from './store.js'
import type { SetAsideTable } from './tables.js'

export interface Projecting extends Sources {
  readonly rows: RowStore
  /** Hears of a child who is set aside now, and of one who no longer is, by id. */
  readonly tell?: (line: string) => void
}

/** The consumer that keeps the rows: its checkpoint is how far they have come. */
export const ROWS = 'rows'

/**
 * Keeps the rows up with the log: the rows of every child a page touches are derived again and replaced together. A
 * child of whom that cannot be done is set aside, and tried again when it begins and at each event of that child's.
 */
export function projector({ rows, tell = () => undefined, ...sources }: Projecting): Consumer {
  /** Derives the rows of these children, and of those they were merged with, and moves the checkpoint on. */
  const renew = async (children: readonly ChildId[], upTo: number) => {
    const before = new Map((await setAsideIn(rows)).map((row) => [row.child, row]))
    const derived = new Map<ChildId, Derived>()
    const wanted = [...children]
    for (const child of wanted) {
      if (derived.has(child)) continue
      const one = sameSince(await rowsOrSetAside(sources, child), before)
      derived.set(child, one)
      wanted.push(...(one.rows.set_aside.length > 0 ? await mergedInto(rows, child) : one.mergedWith))
    }
    try {
      await rows.replace(ROWS, upTo, [...derived.values()])
    } catch (error) {
      if (!isOfTheRows(error)) throw error
      await oneByOne(derived, before)
      await rows.replace(ROWS, upTo, [])
    }
    for (const { child, rows } of derived.values()) {
      const [row] = rows.set_aside
      if (row && row.why !== before.get(child)?.why) tell(setAsideInWords(child, row.why))
      if (!row && before.has(child)) tell(`child ${child} can be read again, and its rows are kept again`)
    }
  }

  /**
   * Of a page whose rows do not go together, each child alone with those it was merged with: who does not fit is set
   * aside.
   */
  const oneByOne = async (derived: Map<ChildId, Derived>, before: ReadonlyMap<ChildId, SetAsideTable>) => {
    const from = await rows.checkpoint(ROWS)
    for (const one of derived.values())
      try {
        await rows.replace(ROWS, from, [one, ...one.mergedWith.flatMap((child) => derived.get(child) ?? [])])
      } catch (error) {
        if (!isOfTheRows(error)) throw error
        const aside = sameSince({ ...setAsideFor(one.child, error), mergedWith: [] }, before)
        derived.set(one.child, aside)
        await rows.replace(ROWS, from, [aside])
      }
  }

  return {
    name: ROWS,
    checkpoint: () => rows.checkpoint(ROWS),
    begin: async () => {
      const aside = await setAsideIn(rows)
      if (aside.length > 0) await renew(childrenOf(aside), await rows.checkpoint(ROWS))
    },
    take: async (page: readonly StoredEvent[], upTo) => {
      // A rebuild may have swapped in rows of all this and more.
      if ((await rows.checkpoint(ROWS)) >= upTo) return
      await renew(childrenIn(page.map(({ stream }) => stream)), upTo)
    },
    takeUnread: async (upTo) => {
      const from = await rows.checkpoint(ROWS)
      for await (const streams of sources.log.streams()) {
        const wanted: ChildId[] = []
        for (const child of childrenIn(streams)) if (await hasMoreAfter(sources.log, child, from)) wanted.push(child)
        await renew(wanted, from)
      }
      await rows.replace(ROWS, upTo, [])
    },
    setAside: async () => (await setAsideIn(rows)).length,
  }
}

const childrenOf = (rows: readonly { readonly child: string }[]) => rows.map(({ child }) => child)

const childrenIn = (streams: readonly string[]): readonly ChildId[] => streams.filter(isOfChild).map(childOf)

/** Who was set aside before is so since then. */
function sameSince(one: Derived, before: ReadonlyMap<ChildId, SetAsideTable>): Derived {
  const since = before.get(one.child)?.since
  if (since === undefined) return one
  return { ...one, rows: { ...one.rows, set_aside: one.rows.set_aside.map((row) => ({ ...row, since })) } }
}

/** The record that this one was merged into, as far as its rows told: what cannot be read here is missing there. */
async function mergedInto({ db }: RowStore, child: ChildId): Promise<readonly ChildId[]> {
  const told = await db.selectFrom('child').select('merged_into').where('child', '=', child).executeTakeFirst()
  return told?.merged_into ? [told.merged_into] : []
}

/** A line for whoever looks after the system. Whoever restores the record finds it by this id. */
const setAsideInWords = (child: ChildId, why: string) =>
  `child ${child} is set aside, and stands in no list and no figure; the rows of all others go on. ${why}`
