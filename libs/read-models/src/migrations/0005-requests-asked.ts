import { type Kysely, type Migration, sql } from 'kysely'

/** What each agency was asked stands among the rows of the board: it is read from the log, from its beginning. */
export const requestsAsked: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`delete from checkpoint`.execute(db)
  },
}
