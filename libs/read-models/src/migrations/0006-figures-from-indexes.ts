import type { Kysely, Migration } from 'kysely'

/**
 * What the figures of a period look at stands in the index of its days, so that they are counted from it alone and no row
 * is looked up. The days still come first: the same questions find the same index.
 */
export const figuresFromIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [name, { table, columns }] of Object.entries(wider)) {
      await db.schema.dropIndex(name).ifExists().execute()
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute()
    }
  },
}

const wider: Readonly<Record<string, { readonly table: string; readonly columns: readonly string[] }>> = {
  episode_by_received: {
    table: 'episode',
    columns: ['received', 'of_day', 're_referral', 'previous', 'nfa', 'source', 'team'],
  },
  assessment_by_authorised: {
    table: 'assessment',
    columns: ['authorised', 'days', 'days_from_referral', 'outcome', 'team'],
  },
  timescale_by_clock_due: { table: 'timescale', columns: ['clock', 'due', 'child', 'item', 'stop', 'met'] },
  early_help_by_started: { table: 'early_help', columns: ['started', 'ended'] },
}
