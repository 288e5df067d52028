import type { Kysely } from 'kysely'

/** Indexes by name: the table of each, and its columns in order. */
export type Indexes = Readonly<Record<string, { readonly table: string; readonly columns: readonly string[] }>>

/** Puts these indexes in the place of those of the same names. */
export async function replaceIndexes(db: Kysely<unknown>, indexes: Indexes): Promise<void> {
  for (const [name, { table, columns }] of Object.entries(indexes)) {
    await db.schema.dropIndex(name).ifExists().execute()
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
  }
}
