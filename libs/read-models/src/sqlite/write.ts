import type { Database } from 'better-sqlite3'
import type { ChildRows } from '../store.js'
import { type Rows, childTables } from '../tables.js'

/** Writes rows with statements that are prepared once. Within a transaction of the caller's. */
export interface RowWriter {
  /** Puts these rows in the place of those that the children had. */
  replace(children: readonly ChildRows[]): void
  checkpoint(consumer: string, position: number): void
}

type Values = readonly unknown[]

export function rowWriter(connection: Database): RowWriter {
  const tables = childTables.map((table) => {
    const columns = connection.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    const names = columns.join(', ')
    const kept = connection.prepare<[string], [number, ...Values]>(
      `SELECT rowid, ${names} FROM ${table} WHERE child = ?`,
    )
    return {
      kept: kept.raw(),
      remove: connection.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
      insert: connection.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`),
      valuesOf: (rows: Rows): readonly Values[] =>
        (rows[table] as readonly Readonly<Record<string, unknown>>[]).map((row) =>
          columns.map((column) => row[column] ?? null),
        ),
    }
  })
  const checkpoint = connection.prepare(
    `INSERT INTO checkpoint (consumer, position) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
  )

  /** Takes out what a child has and should not, and gives what it has not: most rows of a child stay as they are. */
  const missing = (table: (typeof tables)[number], { child, rows }: ChildRows): readonly Values[] => {
    const kept = new Map(table.kept.all(child).map(([row, ...values]) => [JSON.stringify(values), row]))
    const lacking = table.valuesOf(rows).filter((values) => !kept.delete(JSON.stringify(values)))
    for (const row of kept.values()) table.remove.run(row)
    return lacking
  }

  return {
    replace: (children) => {
      // What is told under another child now is taken out there before it is put in here.
      const lacking = tables.map((table) => children.flatMap((child) => missing(table, child)))
      for (const [number, { insert }] of tables.entries())
        for (const values of lacking[number] ?? []) insert.run(values)
    },
    checkpoint: (consumer, position) => void checkpoint.run(consumer, position),
  }
}
