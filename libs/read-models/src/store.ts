import Database from 'better-sqlite3'
import { type Insertable, Kysely, Migrator, SqliteDialect, type Transaction } from 'kysely'
import { provider } from './migrations.js'
import { type ChildTableName, type Rows, type Tables, childTables } from './tables.js'

/** Where the rows are kept. They follow from the log and can be deleted and derived again. */
export interface RowStore {
  readonly db: Kysely<Tables>
  checkpoint(consumer: string): Promise<number>
  /** Replaces all rows of these children and sets the checkpoint, in one transaction. */
  replace(
    consumer: string,
    position: number,
    children: readonly { readonly child: string; readonly rows: Rows }[],
  ): Promise<void>
  close(): Promise<void>
}

/** The embedded store: one SQLite file. Rows need not survive a power cut, for they are derived again from the checkpoint. */
export async function openRows(file: string): Promise<RowStore> {
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('busy_timeout = 5000')
  return migrated(new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }))
}

async function migrated(db: Kysely<Tables>): Promise<RowStore> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('The rows could not be brought up to date.')
  return {
    db,
    checkpoint: async (consumer) => {
      const row = await db
        .selectFrom('checkpoint')
        .select('position')
        .where('consumer', '=', consumer)
        .executeTakeFirst()
      return Number(row?.position ?? 0)
    },
    replace: (consumer, position, children) =>
      db.transaction().execute(async (trx) => {
        await clear(
          trx,
          children.map(({ child }) => child),
        )
        for (const table of childTables)
          await insert(
            trx,
            table,
            children.flatMap(({ rows }) => rows[table] as readonly Insertable<Tables[ChildTableName]>[]),
          )
        await trx
          .insertInto('checkpoint')
          .values({ consumer, position })
          .onConflict((conflict) => conflict.column('consumer').doUpdateSet({ position }))
          .execute()
      }),
    close: () => db.destroy(),
  }
}

/** SQLite takes at most 32,766 values in one statement. */
const AT_ONCE = 500

async function clear(trx: Transaction<Tables>, children: readonly string[]): Promise<void> {
  for (let from = 0; from < children.length; from += AT_ONCE)
    for (const table of childTables)
      await trx
        .deleteFrom(table)
        .where('child', 'in', children.slice(from, from + AT_ONCE))
        .execute()
}

async function insert<T extends ChildTableName>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + AT_ONCE) as never)
      .execute()
}
