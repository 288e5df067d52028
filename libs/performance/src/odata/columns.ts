import { type RawBuilder, sql } from 'kysely'
import { CHILD, type Property } from './entity-set.js'

/** The column of a property in a query of `it`, its table, beside `child`. Whom a restricted record is about is not said. */
export function columnOf({ column, says }: Property): RawBuilder<unknown> {
  if (says) return says
  if (column !== CHILD) return own(column)
  return sql`(case when ${sql.ref('child.restricted_to')} is null then ${own(CHILD)} end)`
}

/** A column of the table itself. */
export function own(column: string): RawBuilder<unknown> {
  return sql.ref(`it.${column}`)
}
