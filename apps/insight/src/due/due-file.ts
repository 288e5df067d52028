import { type Day, daysBetween } from '@front-door/calendar'
import { kindNames } from '@front-door/case-flow'
import type { SignedIn } from '@front-door/identity'
import type { Book, Cell, DueCount, DueItem, Signals } from '@front-door/performance'
import type { Policy } from '@front-door/policy'
import { aboutRow } from '@front-door/read-models'
import { ONLY_THE_PLACE, childrenListed } from '../tables/children-listed.js'
import type { WholeTable } from '../tables/table-shown.js'
import { type Asked, clockNamed, untilOn } from './asked.js'

/** The tables of the page, each of which can be had as a file. */
export const dueParts = ['items', 'timescales'] as const

interface Reading {
  readonly figures: Pick<Signals, 'due' | 'dueCounts'>
  readonly policy: Policy
  readonly today: Day
  readonly reader: SignedIn
  readonly named: (worker: string) => string
}

/** One table of the page, whole: every clock that is overdue or due within a week, or how many of each. */
export async function dueBook(part: (typeof dueParts)[number], asked: Asked, reading: Reading): Promise<Book> {
  const { figures, policy, today } = reading
  const { worker, team } = asked
  const table =
    part === 'items'
      ? { ...items, rows: itemRows(asked, reading) }
      : timescaleTable(await figures.dueCounts({ until: untilOn(today), today, worker, team }), policy)
  return { title: `Due and overdue ${part} ${today}`, notes: [], tables: [table] }
}

export function timescaleTable(counts: readonly DueCount[], policy: Policy): WholeTable {
  return {
    title: 'By timescale',
    notes: [],
    columns: [
      { name: 'timescale', words: 'Timescale', kind: 'text' },
      { name: 'overdue', words: 'Overdue', kind: 'count' },
      { name: 'soon', words: 'Due within a week', kind: 'count' },
    ],
    rows: counts.map(({ clock, overdue, soon }) => [clockNamed(policy, clock), overdue, soon]),
  }
}

const items = {
  title: 'Due and overdue',
  notes: [ONLY_THE_PLACE],
  columns: [
    { name: 'child', words: 'Child', kind: 'text' },
    { name: 'what', words: 'What', kind: 'text' },
    { name: 'kind', words: 'Of', kind: 'text' },
    { name: 'item', words: 'Item', kind: 'text' },
    { name: 'began', words: 'Began', kind: 'day' },
    { name: 'due', words: 'Due', kind: 'day' },
    { name: 'overdue', words: 'Days overdue', kind: 'count' },
    { name: 'worker', words: 'Worker', kind: 'text' },
    { name: 'team', words: 'Team', kind: 'text' },
  ],
} as const satisfies Omit<WholeTable, 'rows'>

function itemRows(asked: Asked, reading: Reading) {
  const { figures, today, reader } = reading
  return childrenListed({
    ...{ reader, about: aboutRow, columns: items.columns },
    read: (paging) => figures.due({ until: untilOn(today), ...asked }, paging),
    cells: (row) => cellsOf(row, reading),
  })
}

function cellsOf(
  { child, clock, kind, item, start, due, worker, team }: DueItem,
  { policy, today, named }: Reading,
): readonly Cell[] {
  return [
    ...[child, clockNamed(policy, clock), kindInWords(kind), item, start, due, Math.max(0, daysBetween(due, today))],
    ...[worker === null ? null : named(worker), team],
  ]
}

export const kindInWords = (kind: string): string => kindNames[kind as keyof typeof kindNames] ?? kind
