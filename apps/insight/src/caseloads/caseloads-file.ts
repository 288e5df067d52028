import type { Agreed } from '@front-door/case-flow'
import type { SignedIn } from '@front-door/identity'
import type { Book, Cell, Signals, Table } from '@front-door/performance'
import { aboutRow } from '@front-door/read-models'
import { ONLY_THE_PLACE, childrenListed } from '../tables/children-listed.js'
import { everyPage } from '../tables/every-page.js'
import type { CaseloadsAsked } from './asked.js'
import { type CaseloadFigures, teamTable, teamsOf } from './team-table.js'
import { waitingOf } from './waiting.js'
import { workerTable } from './worker-table.js'

/** The tables of the page, each of which can be had as a file. */
export const caseloadParts = ['teams', 'workers', 'unallocated'] as const
type Part = (typeof caseloadParts)[number]

interface Reading {
  readonly figures: Pick<Signals, 'caseloads' | 'unallocated'>
  readonly agreed: Agreed
  readonly reader: SignedIn
  readonly named: (worker: string) => string
}

const titles: Readonly<Record<Part, string>> = { teams: 'by team', workers: 'by worker', unallocated: 'not allocated' }

/** One table of the page, whole: every worker, every case that nobody holds. */
export function caseloadsBook(part: Part, asked: CaseloadsAsked, counted: CaseloadFigures, reading: Reading): Book {
  const { unavailable } = counted.mean
  const table = unavailable ? none(unavailable) : tableOf(part, asked, counted, reading)
  return { title: `Open cases ${titles[part]} ${asked.on}`, notes: [], tables: [table] }
}

/** Nothing is told of a day before the record begins. */
const none = (unavailable: string): Table => ({
  ...{ title: 'Not available', notes: [unavailable], columns: [{ name: 'value', words: 'Value', kind: 'count' }] },
  rows: [[{ missing: 'x' }]],
})

function tableOf(part: Part, asked: CaseloadsAsked, counted: CaseloadFigures, reading: Reading): Table {
  if (part === 'teams') return teamTable(counted, asked.team)
  if (part === 'unallocated') return { ...unallocated, rows: unallocatedRows(asked, reading) }
  const names = new Map(teamsOf(counted).map(({ code, name }) => [code, name]))
  const of = (workers: Parameters<typeof workerTable>[0]) =>
    workerTable(workers, reading.named, (code) => names.get(code) ?? code)
  return { ...of([]), rows: workerCells(asked, reading, of) }
}

async function* workerCells(
  asked: CaseloadsAsked,
  { figures }: Reading,
  of: (workers: Parameters<typeof workerTable>[0]) => ReturnType<typeof workerTable>,
): AsyncGenerator<readonly Cell[]> {
  for await (const rows of everyPage((paging) => figures.caseloads(asked, paging))) yield* of(rows).rows
}

const unallocated = {
  title: 'Open cases without a worker',
  notes: [ONLY_THE_PLACE],
  columns: [
    { name: 'child', words: 'Child', kind: 'text' },
    { name: 'referral', words: 'Referral', kind: 'text' },
    { name: 'since', words: 'Waiting since', kind: 'day' },
    { name: 'waited', words: 'Working days waited', kind: 'count' },
    { name: 'limit', words: 'Limit', kind: 'text' },
    { name: 'due', words: 'Due', kind: 'day' },
    { name: 'team', words: 'Team', kind: 'text' },
  ],
} as const satisfies Omit<Table, 'rows'>

function unallocatedRows(asked: CaseloadsAsked, { figures, agreed, reader }: Reading) {
  return childrenListed({
    ...{ reader, about: aboutRow, columns: unallocated.columns },
    read: (paging) => figures.unallocated(asked, paging),
    cells(row) {
      const { since, workingDays, limit } = waitingOf(row, asked.on, agreed)
      return [row.child, row.referral, since, workingDays ?? null, limit ?? null, row.due, row.team]
    },
  })
}
