import { type Kysely, type Migration, sql } from 'kysely'

/** Since when people here record of each child. The trail knows: nothing is derived again. */
export const recordedFrom: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('child').addColumn('recorded_from', 'text').execute()
    await sql`update child set recorded_from = (
      select min(recorded_at) from trail_line where trail_line.child = child.child and role <> 'import'
    )`.execute(db)
    await db.schema.createIndex('child_recorded_from').on('child').column('recorded_from').execute()
  },
}
