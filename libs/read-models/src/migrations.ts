import type { Migration, MigrationProvider } from 'kysely'
import { childrenContactsWork } from './migrations/0001-children-contacts-work.js'
import { board } from './migrations/0002-board.js'
import { requestsAsked } from './migrations/0003-requests-asked.js'

/** Rows can be thrown away and derived again, but not while people wait: a change of shape is a migration too. */
const migrations: Record<string, Migration> = {
  '0001-children-contacts-work': childrenContactsWork,
  '0002-board': board,
  '0003-requests-asked': requestsAsked,
}

export const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) }
