import { eventName } from '@front-door/case-flow'
import type { SignedIn } from '@front-door/identity'
import type { Book, Cell, Period, Signals } from '@front-door/performance'
import { aboutRow } from '@front-door/read-models'
import { ONLY_THE_PLACE, childrenListed } from '../tables/children-listed.js'
import { everyPage } from '../tables/every-page.js'
import type { WholeTable } from '../tables/table-shown.js'

/** Every reason that was given for several children, by its fingerprint: never its words. */
export function reasonsBook(figures: Pick<Signals, 'copiedReasons'>, { from, to }: Period): Book {
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for await (const page of everyPage((paging) => figures.copiedReasons({ from, to }, paging)))
      for (const { reason, children, decisions, workers, first, last } of page)
        yield [children, decisions, workers, first, last, reason]
  }
  return { title: `Copied reasons ${from} to ${to}`, notes: [], tables: [{ ...reasons, rows: rows() }] }
}

const reasons = {
  title: 'Reasons given for several children',
  notes: ['Words are compared by a fingerprint: they are read only in each child’s trail.'],
  columns: [
    { name: 'children', words: 'Children', kind: 'count' },
    { name: 'decisions', words: 'Decisions', kind: 'count' },
    { name: 'workers', words: 'Workers', kind: 'count' },
    { name: 'first', words: 'First given', kind: 'day' },
    { name: 'last', words: 'Last given', kind: 'day' },
    { name: 'reason', words: 'Fingerprint', kind: 'text' },
  ],
} as const satisfies Omit<WholeTable, 'rows'>

interface Reading {
  readonly figures: Pick<Signals, 'reasonGiven'>
  readonly reader: SignedIn
  readonly named: (worker: string) => string
}

/** Every decision that was given one reason. */
export function reasonBook(reason: string, { from, to }: Period, { figures, reader, named }: Reading): Book {
  const rows = childrenListed({
    ...{ reader, about: aboutRow, columns: given.columns },
    read: (paging) => figures.reasonGiven(reason, { from, to }, paging),
    cells: ({ child, type, day, worker, team, event }) => [child, eventName(type), day, named(worker), team, event],
  })
  return { title: `One reason given again ${from} to ${to}`, notes: [], tables: [{ ...given, rows }] }
}

const given = {
  title: 'Decisions given the same reason',
  notes: [ONLY_THE_PLACE],
  columns: [
    { name: 'child', words: 'Child', kind: 'text' },
    { name: 'decision', words: 'Decision', kind: 'text' },
    { name: 'day', words: 'Day', kind: 'day' },
    { name: 'worker', words: 'Worker', kind: 'text' },
    { name: 'team', words: 'Team', kind: 'text' },
    { name: 'event', words: 'Event', kind: 'text' },
  ],
} as const satisfies Omit<WholeTable, 'rows'>
