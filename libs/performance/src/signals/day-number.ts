import { type ExpressionWrapper, type RawBuilder, sql } from 'kysely'

/**
 * The number of a day, so that days can be subtracted in a query: its Julian day number, by whole-number arithmetic that
 * SQLite and PostgreSQL do alike (they agree on no function of dates).
 */
export function dayNumber<DB, TB extends keyof DB>(day: ExpressionWrapper<DB, TB, string | null>): RawBuilder<number> {
  const part = (from: number, length: number) =>
    sql<number>`cast(substr(${day}, ${sql.lit(from)}, ${sql.lit(length)}) as integer)`
  // January and February belong to the year before, so that a leap day is a year's last.
  const late = sql<number>`((14 - ${part(6, 2)}) / 12)`
  const year = sql<number>`(${part(1, 4)} + 4800 - ${late})`
  const month = sql<number>`(${part(6, 2)} + 12 * ${late} - 3)`
  return sql<number>`(${part(9, 2)} + (153 * ${month} + 2) / 5 + 365 * ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 - 32045)`
}
