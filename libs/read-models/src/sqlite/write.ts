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

/** A column as SQLite tells of it: `pk` is its place in the key, from 1, and 0 where it is no part of that. */
interface Column {
  readonly name: string
  readonly pk: number
}

export function rowWriter(connection: Database): RowWriter {
  const tables = childTables.map((table) => {
    const told = connection.prepare<[], Column>(`SELECT name, pk FROM pragma_table_info('${table}')`).all()
    const columns = told.map(({ name }) => name)
    const names = columns.join(', ')
    const key = told.flatMap(({ name, pk }, number) => (pk > 0 ? [{ name, number }] : []))
    const isKey = key.map(({ name }) => `${name} = ?`).join(' AND ')
    return {
      kept: connection.prepare<[string], Values>(`SELECT ${names} FROM ${table} WHERE child = ?`).raw(),
      remove: connection.prepare(`DELETE FROM ${table} WHERE ${isKey}`),
      keyOf: (values: Values): Values => key.map(({ number }) => values[number]),
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
    const kept = new Map(table.kept.all(child).map((values) => [table.keyOf(values).join('\n'), values]))
    const lacking = table.valuesOf(rows).filter((values) => {
      const key = table.keyOf(values).join('\n')
      return !isSame(values, kept.get(key)) || !kept.delete(key)
    })
    for (const values of kept.values()) table.remove.run(table.keyOf(values))
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

const isSame = (values: Values, others: Values | undefined): boolean =>
  others !== undefined && values.every((value, number) => value === others[number])
