import { type Insertable, Kysely, type Transaction, sql } from 'kysely'
import pg from 'pg'
import { type RowStore, checkpointIn, migrate } from '../store.js'
import { type ChildTableName, type Tables, childTables } from '../tables.js'
import { RowsDialect, numbers } from './dialect.js'

/**
 * The rows in a PostgreSQL database, given as its address (`postgres://user@host:port/database`). `onError` hears of a
 * connection that broke while nobody used it: the next question gets a new one.
 */
export async function openRowsOnPostgres(address: string, onError: (error: Error) => void): Promise<RowStore> {
  const pool = new pg.Pool({ connectionString: address, types: numbers })
  pool.on('error', onError)
  const db = new Kysely<Tables>({ dialect: new RowsDialect({ pool }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    checkpoint: (consumer) => checkpointIn(db, consumer),
    replace: (consumer, position, children) =>
      db.transaction().execute(async (trx) => {
        // The checkpoint first: another writer waits here, until it sees all that this one wrote.
        await trx
          .insertInto('checkpoint')
          .values({ consumer, position })
          .onConflict((conflict) =>
            conflict
              .column('consumer')
              .doUpdateSet({ position: sql`greatest(checkpoint.position, excluded.position)` }),
          )
          .execute()
        for (const some of parts(children))
          for (const table of childTables) {
            const ids = some.map(({ child }) => child)
            await trx.deleteFrom(table).where('child', 'in', ids).execute()
          }
        for (const table of childTables)
          await insert(
            trx,
            table,
            children.flatMap(({ rows }) => [...rows[table]]),
          )
      }),
    close: () => db.destroy(),
  }
}

/** PostgreSQL takes at most 65,535 values in one statement. */
const AT_ONCE = 1_000

function parts<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, part) =>
    list.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
}

async function insert<T extends ChildTableName>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[ChildTableName]>[],
): Promise<void> {
  for (const some of parts(rows))
    await trx
      .insertInto(table)
      .values(some as never)
      .execute()
}
