import { type Day, type Instant, type Moment, addMonths, dayOf, inWords, momentOf } from '@front-door/calendar'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../catalogue/cases.js'
import { type Needed, nameOfRecorded, recordedTables } from '../catalogue/recorded.js'
import type { Period } from '../periods/periods.js'

/**
 * From when on the record tells of things. People here record whatever there is, so everything begins at the latest with
 * the first act that was recorded here. Of the time before, returns that were imported tell of some things, all of them
 * together, and of others not at all: no contacts, no visits, no early help (reference/cin-census.md sections 3 and 4).
 */
export interface Beginnings {
  /** The first day of all of which anything is told; nothing where nothing is recorded. */
  readonly record: Day | undefined
  /** The first day of which this is told; nothing where it is not told of at all. */
  readonly of: (what: Needed) => Day | undefined
}

export async function beginningsOf(db: Kysely<Tables>): Promise<Beginnings> {
  const all = Object.entries(recordedTables)
  const { rows } = await sql<{ what: string; first: Instant | Moment | null }>`
    select 'here' as what, min(recorded_from) as first from child
    union all select 'over', min(received) from episode where nfa = 1
    union all ${sql.join(
      all.flatMap(([table, { day, over }]) => [
        firstIn(table, table, day),
        ...(over === undefined ? [] : [firstIn('over', table, over)]),
      ]),
      sql` union all `,
    )}`.execute(db)
  const firsts = (wanted: string) => rows.flatMap(({ what, first }) => (what === wanted && first ? [first] : []))
  const here = earliest(firsts('here').map(momentOf))
  const over = earliest(firsts('over'))
  const inReturns = earliest(all.flatMap(([table, { inReturns }]) => (inReturns ? firsts(table) : [])))
  const told = new Map<string, Day | undefined>(
    all.map(([table, its]) => {
      const first = its.inReturns ? inReturns : earliest(firsts(table))
      return [table, earliest([here, notCarriedOver(first, over)])]
    }),
  )
  return { record: earliest([...told.values()]), of: (what) => (told.has(what) ? told.get(what) : here) }
}

const firstIn = (what: string, table: string, column: string) =>
  sql`select ${sql.lit(what)}, min(${sql.ref(column)}) from ${sql.table(table)}`

/**
 * What was under way when the record began is older than the record, and stands in it with its own days: of its time
 * nothing else is told. So the record begins no sooner than something in it is over.
 */
function notCarriedOver(first: Day | undefined, over: Day | undefined): Day | undefined {
  return first !== undefined && over !== undefined && over > first ? over : first
}

function earliest(moments: readonly (Moment | undefined)[]): Day | undefined {
  const [first] = moments.filter((moment) => moment !== undefined).toSorted()
  return first === undefined ? undefined : dayOf(first)
}

/** Why nothing can be told of a period that is over before what it needs is recorded; nothing where it can be told. */
export function beforeTheRecord(begins: Beginnings, needed: readonly Needed[], { to }: Period): string | undefined {
  if (begins.record === undefined) return 'Nothing is recorded yet.'
  const { what, day } = lastToBegin(begins, needed)
  if (day === undefined) return `${nameOfRecorded(what)} are not recorded yet.`
  return to < day ? `${beginsOn(begins, what, day)}.` : undefined
}

/** What is to be said of a period of which the record tells the later part only. */
export function partOfTheRecord(begins: Beginnings, needed: readonly Needed[], { from }: Period): string | undefined {
  const { what, day } = lastToBegin(begins, needed)
  if (day === undefined || day <= from) return undefined
  return `${beginsOn(begins, what, day)}: of the days before, not all is counted.`
}

/** What is to be said of a figure that looks back from each day on so many months, some of them before the record. */
export function beyondTheRecord(
  begins: Beginnings,
  needed: readonly Needed[],
  from: Day,
  months: number,
): string | undefined {
  const { what, day } = lastToBegin(begins, needed)
  if (day === undefined || day <= addMonths(from, -months)) return undefined
  return `It looks back ${months} months, and ${inMidst(beginsOn(begins, what, day))}: of what was before, not all is known, and it may be too low.`
}

const inMidst = (words: string) => words.replace(/^The/, 'the')

/** Of what is needed, that which is told of last: only from then on can all of it be counted. */
function lastToBegin(begins: Beginnings, needed: readonly Needed[]): { readonly what: Needed; readonly day?: Day } {
  const told = needed.map((what) => ({ what, day: begins.of(what) }))
  return told.reduce((last, each) => (isLater(each.day, last.day) ? each : last))
}

/** What never begins is later than anything. */
function isLater(one: Day | undefined, other: Day | undefined): boolean {
  return other !== undefined && (one === undefined || one > other)
}

const beginsOn = ({ record }: Beginnings, what: Needed, day: Day) =>
  `${day === record ? 'The record begins on' : `${nameOfRecorded(what)} are recorded from`} ${inWords(day)}`
