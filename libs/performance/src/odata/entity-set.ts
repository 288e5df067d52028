import type { ContactTable, FigureTables } from '@front-door/read-models'
import { type RawBuilder, sql } from 'kysely'

/** The types of the properties; with a question mark where there may be none. */
type Primitive = 'String' | 'Date' | 'DateTimeOffset' | 'Int32' | 'Double' | 'Boolean'

export interface Property {
  readonly name: string
  readonly column: string
  readonly type: Primitive
  readonly nullable: boolean
  /** What it says of a row of `it`, its table, where that is no column by itself. */
  readonly says?: RawBuilder<unknown>
}

export interface EntitySet {
  readonly name: string
  readonly table: string
  /** The columns that tell one row from another, with the child's. */
  readonly key: readonly string[]
  readonly properties: readonly Property[]
}

interface Tables extends FigureTables {
  contact: ContactTable
}

/** The child whom a row is about. There is none where the child's record is restricted to some. */
export const CHILD = 'child'

/** A set by its name, with the properties that its columns are, and those that rules of ours say of a row. */
export function entitySet<T extends keyof Tables & string>(
  name: string,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  columns: Readonly<Partial<Record<keyof Tables[T] & string, Primitive | `${Primitive}?`>>>,
  rules: Readonly<Record<string, RawBuilder<unknown>>> = {},
): EntitySet {
  const properties = Object.entries<Primitive | `${Primitive}?` | undefined>(columns).flatMap(([column, type]) =>
    type === undefined ? [] : [property(column, type)],
  )
  const ruled = Object.entries(rules).map(([column, holds]) => ({
    ...property(column, 'Boolean'),
    says: sql`(case when ${holds} then 1 else 0 end)`,
  }))
  return { name, table, key, properties: [...properties, ...ruled, property(CHILD, 'String?')] }
}

function property(column: string, written: string): Property {
  const name = column.replaceAll(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
  return { name, column, type: written.replace('?', '') as Primitive, nullable: written.endsWith('?') }
}

export function propertyOf(set: EntitySet, name: string): Property | undefined {
  return set.properties.find((property) => property.name === name)
}
