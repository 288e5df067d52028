import { type Kysely, type Migration, sql } from 'kysely'
import { type Indexes, replaceIndexes } from './indexes.js'

/** When the visits of a plan were due stands in its row: few plans are left whose visits have to be looked up. */
export const visitsInPlans: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['protection_plan', 'cin_plan'])
      for (const day of days) await db.schema.alterTable(table).addColumn(day, 'text').execute()
    await replaceIndexes(db, indexes)
    // What is new here follows from the log: it is read again from the beginning.
    await sql`delete from checkpoint`.execute(db)
  },
}

const days = ['visit_due_first', 'visit_due_last', 'visit_late_first', 'visit_late_last', 'visit_next'] as const

const indexes: Indexes = {
  protection_plan_by_started: {
    table: 'protection_plan',
    columns: ['started', 'ended', 'review_late', 'visits_told', ...days],
  },
  cin_plan_by_started: { table: 'cin_plan', columns: ['started', 'ended', 'visits_told', ...days] },
}
