import type { Kysely } from 'kysely'
import { Migrator } from 'kysely'
import { provider } from './migrations.js'
import type { Rows, Tables } from './tables.js'

/** All rows of one child, as they follow from the child's history. */
export interface ChildRows {
  readonly child: string
  readonly rows: Rows
}

/**
 * Where the rows are kept. They follow from the log and can be deleted and derived again. Every database passes the
 * same contract suite (testing/contract.ts).
 */
export interface RowStore {
  readonly db: Kysely<Tables>
  /** How far a consumer has come; 0 where it has not begun. */
  checkpoint(consumer: string): Promise<number>
  /** Replaces all rows of these children, each named once, and moves the checkpoint on (never back), in one transaction. */
  replace(consumer: string, position: number, children: readonly ChildRows[]): Promise<void>
  close(): Promise<void>
}

/** Brings the tables to the shape of this program. Two may try at once: the second finds it done. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('The rows could not be brought up to date.')
}

export async function checkpointIn(db: Kysely<Tables>, consumer: string): Promise<number> {
  const row = await db.selectFrom('checkpoint').select('position').where('consumer', '=', consumer).executeTakeFirst()
  return row?.position ?? 0
}
