import { type RawBuilder, sql } from 'kysely'
import { type PlaceValue, placeAfter, readPlace } from '../paging/place.js'
import { columnOf, own } from './columns.js'
import { CHILD, type EntitySet } from './entity-set.js'
import { ODataError } from './errors.js'
import type { Order } from './options.js'

/** One thing that rows are ordered by. As OData has it, nothing comes before something. */
interface By {
  readonly column: RawBuilder<unknown>
  readonly nullable: boolean
  readonly descending: boolean
}

/** The order of the rows: as asked for, and then by the key, so that each has one place. */
export interface Ordering {
  readonly terms: readonly RawBuilder<unknown>[]
  /** What the place of a row is read from: selected as `place_0`, `place_1` ... */
  readonly places: readonly RawBuilder<unknown>[]
  /** The condition that a row comes after a place. */
  after(skiptoken: string): RawBuilder<boolean>
  placeOf(row: Readonly<Record<string, unknown>>): string
}

export function orderingOf(set: EntitySet, orderby: readonly Order[]): Ordering {
  const asked = orderby.map(({ property, descending }): By => {
    return { column: columnOf(property), nullable: property.nullable, descending }
  })
  // The key begins with the child, as the table's own index does.
  const key = [...new Set([CHILD, ...set.key])].map((column): By => {
    return { column: own(column), nullable: false, descending: false }
  })
  const by = [...asked, ...key]
  return {
    terms: by.map(({ column, nullable, descending }) => {
      const way = descending ? sql`desc` : sql`asc`
      return nullable ? sql`${column} ${way} nulls ${descending ? sql`last` : sql`first`}` : sql`${column} ${way}`
    }),
    places: by.map(({ column }, index) => sql`${column} as ${sql.ref(`place_${index}`)}`),
    after: (skiptoken) => {
      const place = readPlace(skiptoken, by.length)
      if (!place) throw new ODataError(400, 'The $skiptoken is not one that this feed gave.', '$skiptoken')
      return after(by, place)
    },
    placeOf: (row) => placeAfter(by.map((_, index) => placeValue(row[`place_${index}`]))),
  }
}

/** After the place: beyond it in the first of the terms; or level with it there, and beyond it in the next; and so on. */
function after(by: readonly By[], place: readonly PlaceValue[]): RawBuilder<boolean> {
  const ways = by.map((term, index) => {
    const level = by.slice(0, index).map((earlier, at) => isLevel(earlier, place[at] ?? null))
    return sql<boolean>`(${sql.join([...level, isBeyond(term, place[index] ?? null)], sql` and `)})`
  })
  const [first] = by
  // Said apart, so that an index is entered at the place and not at its beginning.
  const from = first && !first.nullable && !first.descending ? [sql`${first.column} >= ${place[0]}`] : []
  return sql`(${sql.join([...from, sql`(${sql.join(ways, sql` or `)})`], sql` and `)})`
}

function isLevel({ column }: By, value: PlaceValue): RawBuilder<boolean> {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`
}

function isBeyond({ column, nullable, descending }: By, value: PlaceValue): RawBuilder<boolean> {
  if (value === null) return descending ? sql`1 = 0` : sql`${column} is not null`
  if (!descending) return sql`${column} > ${value}`
  return nullable ? sql`(${column} < ${value} or ${column} is null)` : sql`${column} < ${value}`
}

function placeValue(value: unknown): PlaceValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
