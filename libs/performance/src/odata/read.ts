import type { RowStore } from '@front-door/read-models'
import { type RawBuilder, sql } from 'kysely'
import { columnOf } from './columns.js'
import { CHILD, type EntitySet, type Property } from './entity-set.js'
import { conditionOf } from './filter.js'
import { optionsOf } from './options.js'
import { orderingOf } from './order.js'

type Db = RowStore['db']
type Row = Readonly<Record<string, unknown>>

/** How many rows of a set fit what is asked. */
export async function countOf(db: Db, set: EntitySet, query: URLSearchParams): Promise<number> {
  const { filter } = optionsOf(set, query)
  return counted(db, set, conditions(set, filter))
}

/** One page of a set as OData's JSON: with the number of all where asked, and the address of the next page. */
export async function pageOf(
  db: Db,
  set: EntitySet,
  query: URLSearchParams,
  base: string,
  atOnce: number,
): Promise<string> {
  const options = optionsOf(set, query)
  const { select, filter, top, skip, count, skiptoken } = options
  const ordering = orderingOf(set, options.orderby)
  const wanted = conditions(set, filter)
  const limit = Math.min(top ?? atOnce, atOnce)
  const columns = select.map((property, index) => sql`${columnOf(property)} as ${sql.ref(`value_${index}`)}`)
  const { rows } = await sql<Row>`
    select ${sql.join([...columns, ...ordering.places])} ${from(set)}
    where ${all(skiptoken === undefined ? wanted : [...wanted, ordering.after(skiptoken)])}
    order by ${sql.join([...ordering.terms])}
    limit ${limit + 1} offset ${skiptoken === undefined ? skip : 0}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const left = top === undefined ? undefined : top - shown.length
  const more = rows.length > limit && last !== undefined && left !== 0
  return JSON.stringify({
    '@odata.context': contextOf(set, select, base),
    ...(count ? { '@odata.count': await counted(db, set, wanted) } : {}),
    value: shown.map((row) => entityOf(select, row)),
    ...(more ? { '@odata.nextLink': nextLink(set, query, base, left, ordering.placeOf(last)) } : {}),
  })
}

async function counted(db: Db, set: EntitySet, wanted: readonly RawBuilder<boolean>[]): Promise<number> {
  const { rows } = await sql<{ all: number }>`select count(*) as "all" ${from(set)} where ${all(wanted)}`.execute(db)
  return rows[0]?.all ?? 0
}

function from(set: EntitySet): RawBuilder<unknown> {
  return sql`from ${sql.table(set.table)} as it left join child on child.child = ${sql.ref(`it.${CHILD}`)}`
}

function conditions(set: EntitySet, filter: string | undefined): readonly RawBuilder<boolean>[] {
  // A row that is nothing but a child is not given at all where the record is restricted.
  const own = set.key.includes(CHILD) ? [sql<boolean>`child.restricted_to is null`] : []
  return filter ? [...own, conditionOf(set, filter)] : own
}

function all(wanted: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`${sql.join([sql`1 = 1`, ...wanted], sql` and `)}`
}

function entityOf(select: readonly Property[], row: Row): Row {
  return Object.fromEntries(select.map(({ name, type }, index) => [name, valueOf(type, row[`value_${index}`] ?? null)]))
}

function valueOf(type: Property['type'], value: unknown): unknown {
  return type === 'Boolean' && value !== null ? value === 1 : value
}

function contextOf(set: EntitySet, select: readonly Property[], base: string): string {
  const some = select.length < set.properties.length ? `(${select.map(({ name }) => name).join(',')})` : ''
  return `${base}/$metadata#${set.name}${some}`
}

/** The same request from that place on: what was skipped stays skipped, and what was counted is not counted again. */
function nextLink(
  set: EntitySet,
  query: URLSearchParams,
  base: string,
  left: number | undefined,
  place: string,
): string {
  const kept = [...query].filter(([name]) => !['$skip', '$top', '$count', '$skiptoken'].includes(name))
  const next = [...kept, ...(left === undefined ? [] : [['$top', String(left)]]), ['$skiptoken', place]]
  return `${base}/${set.name}?${next.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
