import { codes } from '@front-door/case-flow'
import type { SignedIn } from '@front-door/identity'
import { codeLabel } from '@front-door/pages'
import { type Book, type Cell, type Period, type ReStep, type Signals, waysOut } from '@front-door/performance'
import { aboutRow } from '@front-door/read-models'
import { ONLY_THE_PLACE, childrenListed } from '../tables/children-listed.js'
import type { WholeTable } from '../tables/table-shown.js'
import { earlyHelpInWords } from './back-again-page.js'

interface Reading {
  readonly figures: Pick<Signals, 'reStepping'>
  readonly reader: SignedIn
  readonly named: (worker: string) => string
}

/** Every child who came back in the days, however many there are. */
export function backAgainBook({ from, to }: Period, within: number, reading: Reading): Book {
  return {
    title: `Back again within ${within} days ${from} to ${to}`,
    notes: [],
    tables: [{ ...table, rows: rowsOf({ from, to, within }, reading) }],
  }
}

const table = {
  title: 'Children who were soon back',
  notes: [ONLY_THE_PLACE],
  columns: [
    { name: 'child', words: 'Child', kind: 'text' },
    { name: 'way', words: 'How they left', kind: 'text' },
    { name: 'left', words: 'Left', kind: 'day' },
    { name: 'decided', words: 'Who decided it', kind: 'text' },
    { name: 'early_help', words: 'Early help', kind: 'text' },
    { name: 'back', words: 'Came back', kind: 'day' },
    { name: 'source', words: 'From', kind: 'text' },
    { name: 'days', words: 'Days between', kind: 'count' },
    { name: 'referral', words: 'Referral', kind: 'text' },
    { name: 'again', words: 'Referral they came back with', kind: 'text' },
  ],
} as const satisfies Omit<WholeTable, 'rows'>

function rowsOf(wanted: Period & { readonly within: number }, { figures, reader, named }: Reading) {
  return childrenListed({
    ...{ reader, about: aboutRow, columns: table.columns },
    read: (paging) => figures.reStepping(wanted, paging),
    cells: (row) => cellsOf(row, named),
  })
}

function cellsOf(row: ReStep, named: (worker: string) => string): readonly Cell[] {
  const { child, way, left, decisions, back, days, referral } = row
  return [
    ...[child, waysOut[way], left, joined(decisions.map(({ worker, day }) => `${named(worker)}, ${day}`))],
    ...[joined(earlyHelpInWords(row, named)), back.received, codeLabel(codes.contactSource, back.source), days],
    ...[referral, back.referral],
  ]
}

const joined = (all: readonly string[]): string | null => (all.length > 0 ? all.join('; ') : null)
