import { type Day, inWords } from '@front-door/calendar'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../catalogue/cases.js'
import type { Period } from '../periods/periods.js'

/** Where the days stand on which things happened at the front door. An index begins with each. */
const days = {
  contact: 'received_at',
  episode: 'received',
  assessment: 'started',
  discussion: 'held',
  section47: 'started',
  conference: 'held',
  protection_plan: 'started',
  cin_plan: 'started',
  plan_review: 'held',
  plan_visit: 'made',
  step_down: 'proposed',
  early_help: 'started',
  allocation: 'given',
} as const satisfies Partial<Record<keyof Tables, string>>

/** The first day of which the record tells anything, imported years among them; nothing where it tells nothing. */
export async function beginningOf(db: Kysely<Tables>): Promise<Day | undefined> {
  const firsts = Object.entries(days).map(
    ([table, day]) => sql`select min(${sql.ref(day)}) as day from ${sql.table(table)}`,
  )
  const { rows } = await sql<{
    day: Day | null
  }>`select substr(min(day), 1, 10) as day from (${sql.join(firsts, sql` union all `)}) as firsts`.execute(db)
  return rows[0]?.day ?? undefined
}

/** Why nothing can be told of a period that is over before the record begins; nothing where the record tells of it. */
export function beforeTheRecord(begins: Day | undefined, { to }: Period): string | undefined {
  if (begins === undefined) return 'Nothing is recorded yet.'
  return to < begins ? `The record begins on ${inWords(begins)}.` : undefined
}

/** What is to be said of a period of which the record tells the later part only. */
export function partOfTheRecord(begins: Day | undefined, { from }: Period): string | undefined {
  if (begins === undefined || begins <= from) return undefined
  return `The record begins on ${inWords(begins)}: nothing is counted of the days before.`
}
