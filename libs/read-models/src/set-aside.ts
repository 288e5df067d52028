import type { ChildId } from '@front-door/case-flow'
import { type EventLog, LogClosed, streamOf } from '@front-door/event-log'
import type { ChildRows, RowStore } from './store.js'
import { type SetAsideTable, noRows } from './tables.js'

/**
 * The one row of a child whose history cannot be read, or whose rows do not follow. Throws what is not of one child
 * alone.
 */
export function setAsideFor(child: ChildId, error: unknown): ChildRows {
  if (isForAll(error)) throw error
  const row: SetAsideTable = { child, why: inWords(error), since: new Date().toISOString() }
  return { child, rows: { ...noRows, set_aside: [row] } }
}

/** What stands in the way of every child: the store cannot be read or written at all just now. */
const forAll =
  /^(SQLITE_(FULL|IOERR|BUSY|LOCKED|CANTOPEN|READONLY|NOMEM|PERM|AUTH|PROTOCOL|NOTADB|INTERRUPT)|E[A-Z0-9]+$)/

const isForAll = (error: unknown): boolean => error instanceof LogClosed || forAll.test(codeOf(error))

/**
 * Whether rows were refused for what they are: one that is there already, or a value missing (PostgreSQL: class 23).
 */
export const isOfTheRows = (error: unknown): boolean => /^(SQLITE_CONSTRAINT|23...$)/.test(codeOf(error))

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | undefined)?.code)

const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : String(error)

/** The children who are set aside, the first first. */
export function setAsideIn({ db }: RowStore): Promise<readonly SetAsideTable[]> {
  return db.selectFrom('set_aside').selectAll().orderBy('since').orderBy('child').execute()
}

/** Whether a child has events after a position, as far as can be told: one that cannot be read may have. */
export async function hasMoreAfter(log: EventLog, child: ChildId, position: number): Promise<boolean> {
  try {
    return ((await log.readStream(streamOf(child))).at(-1)?.position ?? 0) > position
  } catch (error) {
    if (isForAll(error)) throw error
    return true
  }
}
