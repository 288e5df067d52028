import { type Kysely, type Migration, sql } from 'kysely'
import { type Indexes, replaceIndexes } from './indexes.js'

/** What a history knows stands in its row, and with it in the index that a figure is counted from. */
export const figuresFromFacts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [table, column, type] of facts) await db.schema.alterTable(table).addColumn(column, type).execute()
    // No question begins with the start of a clock.
    await db.schema.dropIndex('timescale_by_clock_start').ifExists().execute()
    await replaceIndexes(db, indexes)
    // What is new here follows from the log: it is read again from the beginning.
    await sql`delete from checkpoint`.execute(db)
  },
}

const facts = [
  ['assessment', 'nfa', 'integer'],
  ['protection_plan', 'review_late', 'text'],
  ['protection_plan', 'visits_told', 'integer'],
  ['cin_plan', 'visits_told', 'integer'],
] as const

const indexes: Indexes = {
  // The team follows the day: the parts of a figure by team are read in the order of the index.
  episode_by_received: {
    table: 'episode',
    columns: ['received', 'team', 'of_day', 're_referral', 'previous', 'nfa', 'source'],
  },
  assessment_by_authorised: {
    table: 'assessment',
    columns: ['authorised', 'team', 'days', 'days_from_referral', 'nfa'],
  },
  protection_plan_by_started: { table: 'protection_plan', columns: ['started', 'ended', 'review_late'] },
  timescale_by_item_due: { table: 'timescale', columns: ['child', 'item', 'clock', 'due', 'stop', 'met'] },
}
