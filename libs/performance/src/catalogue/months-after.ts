import { type Expression, type RawBuilder, sql } from 'kysely'

/**
 * The day so many months after the day in a column, or before it where they are negative: the same day of the month,
 * or the last of a month that has no such day. It is `addMonths` of the calendar, where a query has to do it; in plain
 * SQL that every store knows.
 */
export function monthsAfter(column: string, months: number): RawBuilder<string> {
  const day = sql.ref<string>(column)
  const part = (from: number, length: number) =>
    sql`cast(substr(${day}, ${sql.lit(from)}, ${sql.lit(length)}) as integer)`
  const month = sql`(${part(1, 4)} * 12 + ${part(6, 2)} - 1 + ${sql.lit(months)})`
  const year = sql`(${month} / 12)`
  const ofYear = sql`(${month} % 12 + 1)`
  const leap = sql`(${year} % 4 = 0 and (${year} % 100 <> 0 or ${year} % 400 = 0))`
  const last = sql`case when ${ofYear} = 2 then case when ${leap} then 29 else 28 end when ${ofYear} in (4, 6, 9, 11) then 30 else 31 end`
  const date = sql`case when ${part(9, 2)} > ${last} then ${last} else ${part(9, 2)} end`
  const two = (number: Expression<unknown>) => sql`substr(cast(100 + ${number} as text), 2, 2)`
  return sql<string>`(cast(${year} as text) || '-' || ${two(ofYear)} || '-' || ${two(date)})`
}
