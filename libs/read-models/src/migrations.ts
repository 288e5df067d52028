import type { Migration, MigrationProvider } from 'kysely'
import { childrenContactsWork } from './migrations/0001-children-contacts-work.js'
import { board } from './migrations/0002-board.js'
import { figures } from './migrations/0003-figures.js'
import { ssd } from './migrations/0004-ssd-views.js'
import { requestsAsked } from './migrations/0005-requests-asked.js'
import { figuresFromIndexes } from './migrations/0006-figures-from-indexes.js'
import { figuresFromFacts } from './migrations/0007-figures-from-facts.js'
import { trailByChild } from './migrations/0008-trail-by-child.js'
import { visitsInPlans } from './migrations/0009-visits-in-plans.js'
import { recordedFrom } from './migrations/0010-recorded-from.js'
import { trailTogether } from './migrations/0011-trail-together.js'
import { clocksAskedFor } from './migrations/0012-clocks-asked-for.js'
import { setAside } from './migrations/0013-set-aside.js'

/** Rows can be thrown away and derived again, but not while people wait: a change of shape is a migration too. */
const migrations: Record<string, Migration> = {
  '0001-children-contacts-work': childrenContactsWork,
  '0002-board': board,
  '0003-figures': figures,
  '0004-ssd-views': ssd,
  '0005-requests-asked': requestsAsked,
  '0006-figures-from-indexes': figuresFromIndexes,
  '0007-figures-from-facts': figuresFromFacts,
  '0008-trail-by-child': trailByChild,
  '0009-visits-in-plans': visitsInPlans,
  '0010-recorded-from': recordedFrom,
  '0011-trail-together': trailTogether,
  '0012-clocks-asked-for': clocksAskedFor,
  '0013-set-aside': setAside,
}

export const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) }

/** Names the shape that the tables have here. */
export const schema: readonly string[] = Object.keys(migrations)
