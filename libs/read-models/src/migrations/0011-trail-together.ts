import { type Kysely, type Migration, SqliteAdapter, sql } from 'kysely'

/**
 * Lines of a child's trail stand together, 50 in a row: a row for each was nearly half of all there were. Who asks for
 * lines has them as before, from a view. Nothing is derived again.
 */
export const trailTogether: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
    const { together, lines, number, told } = isSqlite ? sqlite : postgres
    await db.schema.alterTable('trail_line').renameTo('trail_line_before').execute()
    await db.schema
      .createTable('trail')
      .addColumn('child', 'text', (column) => column.notNull())
      .addColumn('first', 'integer', (column) => column.notNull())
      .addColumn('lines', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('trail_pk', ['child', 'first'])
      .execute()
    await sql
      .raw(
        `INSERT INTO trail (child, first, lines)
         SELECT child, min(number), ${together} FROM trail_line_before GROUP BY child, (number - 1) / 50`,
      )
      .execute(db)
    await db.schema.dropTable('trail_line_before').execute()
    const columns = inLine.map((column, at) => `${told(at)} AS ${column}`).join(', ')
    await sql
      .raw(`CREATE VIEW trail_line AS SELECT trail.child, ${number} AS number, ${columns} FROM trail, ${lines}`)
      .execute(db)
  },
}

/** What a line says, in order. */
const inLine = ['event', 'type', 'occurred_at', 'recorded_at', 'worker', 'role', 'team', 'corrects']

/** Lines as the JSON of one text, written as JavaScript writes it, and one by one again. */
const sqlite = {
  together: `json_group_array(json_array(${inLine.join(', ')}) ORDER BY number)`,
  lines: 'jsonb_each(trail.lines) AS line',
  number: 'trail.first + line.key',
  told: (at: number) => `line.value ->> ${at}`,
}

const postgres = {
  together: `'[' || string_agg('[' || concat_ws(',', ${inLine.map(jsonOf).join(', ')}) || ']', ',' ORDER BY number) || ']'`,
  lines: 'json_array_elements(trail.lines::json) WITH ORDINALITY AS line (told, number)',
  number: '(trail.first + line.number - 1)::integer',
  told: (at: number) => `(line.told ->> ${at}) COLLATE "C"`,
}

function jsonOf(column: string): string {
  return `coalesce(to_json(${column})::text, 'null')`
}
