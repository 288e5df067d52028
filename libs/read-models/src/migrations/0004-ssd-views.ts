import { type Kysely, type Migration, sql } from 'kysely'
import { createView } from '../ssd/view.js'
import { ssdViews } from '../ssd/views.js'

/** The rows under the names and columns of the Standard Safeguarding Dataset. To change one, drop it and make it again. */
export const ssd: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const view of ssdViews) await sql.raw(createView(view)).execute(db)
  },
}
