import type { Database } from 'better-sqlite3'
import { type Rows, childTables } from '../tables.js'

/** Writes rows with statements that are prepared once: one child has rows in every table. Within a transaction of the caller's. */
export interface RowWriter {
  /** Takes out every row of a child. */
  clear(child: string): void
  add(rows: Rows): void
  checkpoint(consumer: string, position: number): void
}

export function rowWriter(connection: Database, insertion: 'INSERT' | 'INSERT OR REPLACE' = 'INSERT'): RowWriter {
  const tables = childTables.map((table) => {
    const columns = connection.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    const places = columns.map(() => '?').join(', ')
    return {
      table,
      columns,
      clear: connection.prepare(`DELETE FROM ${table} WHERE child = ?`),
      insert: connection.prepare(`${insertion} INTO ${table} (${columns.join(', ')}) VALUES (${places})`),
    }
  })
  const checkpoint = connection.prepare(
    'INSERT INTO checkpoint (consumer, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
  )
  return {
    clear: (child) => {
      for (const { clear } of tables) clear.run(child)
    },
    add: (rows) => {
      for (const { table, columns, insert } of tables)
        for (const row of rows[table] as readonly Readonly<Record<string, unknown>>[])
          insert.run(columns.map((column) => row[column]))
    },
    checkpoint: (consumer, position) => void checkpoint.run(consumer, position),
  }
}
