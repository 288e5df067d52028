import type { Kysely, Migration } from 'kysely'
import { type Indexes, replaceIndexes } from './indexes.js'

/**
 * What the figures of a period look at stands in the index of its days, so that they are counted from it alone and no row
 * is looked up. The days still come first: the same questions find the same index.
 */
export const figuresFromIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await replaceIndexes(db, wider)
  },
}

const wider: Indexes = {
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
