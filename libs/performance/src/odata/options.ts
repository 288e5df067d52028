import { type EntitySet, type Property, propertyOf } from './entity-set.js'
import { ODataError } from './errors.js'

export interface Order {
  readonly property: Property
  readonly descending: boolean
}

/** What a client asks of an entity set. */
export interface Options {
  readonly select: readonly Property[]
  readonly filter?: string
  readonly orderby: readonly Order[]
  readonly top?: number
  readonly skip: number
  readonly count: boolean
  readonly skiptoken?: string
}

const understood = ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$skiptoken', '$format']

/** The system query options of a request. What is not one of ours, and begins with no `$`, is left to others. */
export function optionsOf(set: EntitySet, query: URLSearchParams): Options {
  const asked = new Map<string, string>()
  for (const [name, value] of query) {
    if (!name.startsWith('$')) continue
    if (!understood.includes(name)) throw new ODataError(501, `${name} is not offered by this feed.`, name)
    if (asked.has(name)) throw new ODataError(400, `${name} is given twice.`, name)
    asked.set(name, value.trim())
  }
  const format = asked.get('$format') ?? 'json'
  if (!/^(application\/)?json\b/.test(format)) throw new ODataError(501, 'The feed speaks JSON only.', '$format')
  const filter = asked.get('$filter')
  const top = wholeNumber(asked, '$top')
  const skiptoken = asked.get('$skiptoken')
  return {
    select: selectOf(set, asked.get('$select')),
    ...(filter ? { filter } : {}),
    orderby: orderOf(set, asked.get('$orderby')),
    ...(top === undefined ? {} : { top }),
    skip: wholeNumber(asked, '$skip') ?? 0,
    count: truthOf(asked.get('$count')),
    ...(skiptoken === undefined ? {} : { skiptoken }),
  }
}

function selectOf(set: EntitySet, select: string | undefined): readonly Property[] {
  if (!select || select === '*') return set.properties
  const names = select.split(',').map((name) => name.trim())
  return [...new Set(names)].map((name) => named(set, name, '$select'))
}

function orderOf(set: EntitySet, orderby: string | undefined): readonly Order[] {
  return (orderby ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [name = '', way = 'asc', more] = part.trim().split(/\s+/)
      if (more !== undefined || !['asc', 'desc'].includes(way))
        throw new ODataError(400, `“${part.trim()}” should be a property, or a property and asc or desc.`, '$orderby')
      return { property: named(set, name, '$orderby'), descending: way === 'desc' }
    })
}

function named(set: EntitySet, name: string, option: string): Property {
  const property = propertyOf(set, name)
  if (!property) throw new ODataError(400, `${set.name} have no property “${name}”.`, option)
  return property
}

function wholeNumber(asked: ReadonlyMap<string, string>, option: string): number | undefined {
  const value = asked.get(option)
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw new ODataError(400, `${option} should be a whole number.`, option)
  return Number(value)
}

function truthOf(count: string | undefined): boolean {
  if (count !== undefined && !['true', 'false'].includes(count))
    throw new ODataError(400, '$count should be true or false.', '$count')
  return count === 'true'
}
