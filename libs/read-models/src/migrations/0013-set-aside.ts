import type { Kysely, Migration } from 'kysely'

/** The children whose histories cannot be read, or whose rows cannot be derived. There are none yet. */
export const setAside: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('set_aside')
      .addColumn('child', 'text', (column) => column.primaryKey())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
      .execute()
  },
}
