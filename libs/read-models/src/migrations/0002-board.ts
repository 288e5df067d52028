import { type Kysely, type Migration, sql } from 'kysely'

/** The board's own rows, what search shows of a child, and what possible matches are looked for by. */
export const board: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['mother_name', 'death_date', 'restricted_to', 'case_worker', 'last_contact'])
      await db.schema.alterTable('child').addColumn(column, 'text').execute()
    await db.schema.createIndex('child_expected').on('child').column('expected_birth_date').execute()
    await db.schema
      .createTable('board')
      .addColumn('list', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('child', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('act', 'text')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('given_name', 'text')
      .addColumn('family_name', 'text')
      .addColumn('mother_name', 'text')
      .addColumn('restricted_to', 'text')
      .addColumn('sort_name', 'text', (column) => column.notNull())
      .addColumn('source', 'text')
      .addColumn('agency', 'text')
      .addColumn('opened_at', 'text', (column) => column.notNull())
      .addColumn('priority', 'text')
      .addColumn('urgency', 'integer', (column) => column.notNull())
      .addColumn('domestic_abuse', 'integer', (column) => column.notNull())
      .addColumn('out_of_hours', 'integer', (column) => column.notNull())
      .addColumn('clock', 'text')
      .addColumn('due', 'text', (column) => column.notNull())
      .addColumn('worker', 'text')
      .addColumn('team', 'text')
      .addPrimaryKeyConstraint('board_pk', ['list', 'item'])
      .execute()
    for (const [name, columns] of Object.entries(indexes))
      await db.schema.createIndex(name).on('board').columns(columns).execute()
    // What is new here follows from the log: it is read again from the beginning.
    await sql`delete from checkpoint`.execute(db)
  },
}

/** One for each order the board can stand in, one for each narrowing, and one that answers the counts by itself. */
const indexes: Readonly<Record<string, string[]>> = {
  board_child: ['child'],
  board_by_due: ['list', 'due', 'item'],
  board_by_opened: ['list', 'opened_at', 'item'],
  board_by_name: ['list', 'sort_name', 'due', 'item'],
  board_by_urgency: ['list', 'urgency', 'due', 'item'],
  board_by_worker: ['list', 'worker', 'due', 'item'],
  board_by_team: ['list', 'team', 'due', 'item'],
  board_counts: ['list', 'team', 'worker', 'domestic_abuse', 'out_of_hours'],
}
