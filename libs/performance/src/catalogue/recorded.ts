import { OperationNodeTransformer, type TableNode } from 'kysely'
import type { Cases, Tables } from './cases.js'

interface Recorded<Column = string> {
  /** How they are called, at the beginning of a sentence. */
  readonly name: string
  /** The column of the day on which one happens, or begins. An index begins with it. */
  readonly day: Column
  /** The column of the day on which one is over. An index begins with it. */
  readonly over?: Column
  /** Whether a return of the children in need census tells of them: then it tells of all of them together. */
  readonly inReturns?: true
}

/** What the record tells of, by the table that has a row for each. */
const tables = {
  contact: { name: 'Contacts', day: 'received_at' },
  episode: { name: 'Referrals', day: 'received', over: 'closed', inReturns: true },
  assessment: { name: 'Assessments', day: 'started', over: 'authorised', inReturns: true },
  section47: { name: 'Section 47 enquiries', day: 'started', inReturns: true },
  conference: { name: 'Initial child protection conferences', day: 'held', over: 'held', inReturns: true },
  protection_plan: { name: 'Child protection plans', day: 'started', over: 'ended', inReturns: true },
  cin_plan: { name: 'Child in need plans', day: 'started', over: 'ended', inReturns: true },
  plan_visit: { name: 'Visits', day: 'made' },
  early_help: { name: 'Early help episodes', day: 'started', over: 'ended' },
  allocation: { name: 'Workers of cases', day: 'given' },
} as const satisfies { readonly [T in keyof Tables]?: Recorded<keyof Tables[T]> }

export type RecordedTable = keyof typeof tables
export const recordedTables: Readonly<Record<RecordedTable, Recorded>> = tables

/** The days of decisions stand in no table of their own, and a return tells none: they begin with what is recorded here. */
const decisions = { decisions: { name: 'Days of decisions' } } as const

/** What a figure may need the record to tell of. */
export type Needed = RecordedTable | keyof typeof decisions
export const nameOfRecorded = (what: Needed): string => ({ ...tables, ...decisions })[what].name

/** What the record has to tell of for these cases to be counted: the tables that their query reads. */
export function readBy(cases: Cases): readonly RecordedTable[] {
  const seen = new TablesSeen()
  seen.transformNode(cases.toOperationNode())
  return (Object.keys(tables) as readonly RecordedTable[]).filter((table) => seen.names.has(table))
}

class TablesSeen extends OperationNodeTransformer {
  readonly names = new Set<string>()

  protected override transformTable(node: TableNode): TableNode {
    this.names.add(node.table.identifier.name)
    return node
  }
}
