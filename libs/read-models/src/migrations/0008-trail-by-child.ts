import { type CreateTableBuilder, type Kysely, type Migration, SqliteAdapter, sql } from 'kysely'

/**
 * No question is asked by these indexes, and each event and decision was written to them. The trail, which is most of the
 * rows, is only ever read child by child: in SQLite it stands in that order, without a second tree of its key.
 */
export const trailByChild: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const index of unused) await db.schema.dropIndex(index).ifExists().execute()
    if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
    await sql`alter table trail_line rename to trail_line_before`.execute(db)
    let trail: CreateTableBuilder<string, string> = db.schema.createTable('trail_line')
    for (const [column, type, optional] of columns)
      trail = trail.addColumn(column, type, (definition) => (optional ? definition : definition.notNull()))
    await trail
      .addPrimaryKeyConstraint('trail_line_pk', ['child', 'number'])
      .modifyEnd(sql`without rowid`)
      .execute()
    const names = sql.join(columns.map(([column]) => sql.ref(column)))
    await sql`insert into trail_line (${names}) select ${names} from trail_line_before`.execute(db)
    await db.schema.dropTable('trail_line_before').execute()
  },
}

const unused = ['trail_line_by_recorded_at', 'trail_line_by_corrects', 'decision_by_item']

const columns: readonly (readonly [name: string, type: 'text' | 'integer', optional?: true])[] = [
  ['child', 'text'],
  ['number', 'integer'],
  ['event', 'text'],
  ['type', 'text'],
  ['occurred_at', 'text'],
  ['recorded_at', 'text'],
  ['worker', 'text'],
  ['role', 'text'],
  ['team', 'text'],
  ['corrects', 'text', true],
]
