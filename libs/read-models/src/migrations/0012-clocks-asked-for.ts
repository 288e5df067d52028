import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Two questions begin with clocks: which of those that run are due, and which visits fell due. Each has an index of
 * those rows alone: most clocks have stopped, and are no visit's.
 */
export const clocksAskedFor: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const index of ['timescale_by_clock_stop', 'timescale_by_clock_due', 'timescale_by_item_due'])
      await db.schema.dropIndex(index).ifExists().execute()
    await db.schema
      .createIndex('timescale_running')
      .on('timescale')
      .columns(['due', 'item', 'clock', 'number'])
      .where(sql<boolean>`stop is null`)
      .execute()
    for (const [index, columns] of visits)
      await db.schema
        .createIndex(index)
        .on('timescale')
        .columns([...columns])
        .where(sql<boolean>`clock = 'cinVisit' or clock = 'protectionVisit'`)
        .execute()
  },
}

const visits = [
  ['timescale_visit_by_due', ['clock', 'due', 'child', 'item', 'stop', 'met']],
  ['timescale_visit_by_item', ['child', 'item', 'clock', 'due', 'stop', 'met']],
] as const
