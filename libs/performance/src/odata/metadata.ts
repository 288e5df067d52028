import type { EntitySet } from './entity-set.js'
import { entitySets } from './entity-sets.js'

const NAMESPACE = 'FrontDoor'

/** The sets that can be read, as a client lists them. */
export function serviceDocument(base: string): string {
  return JSON.stringify({
    '@odata.context': `${base}/$metadata`,
    value: entitySets.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
  })
}

/** What the sets hold, in the Common Schema Definition Language (OData CSDL XML 4.0). */
export function metadata(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '<edmx:DataServices>',
    `<Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...entitySets.map(entityType),
    '<EntityContainer Name="Figures">',
    ...entitySets.map(({ name }) => `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${typeName(name)}"/>`),
    '</EntityContainer>',
    '</Schema>',
    '</edmx:DataServices>',
    '</edmx:Edmx>',
  ].join('\n')
}

function entityType({ name, key, properties }: EntitySet): string {
  const isKey = (column: string) => key.includes(column)
  return [
    `<EntityType Name="${typeName(name)}">`,
    '<Key>',
    ...properties.filter(({ column }) => isKey(column)).map((property) => `<PropertyRef Name="${property.name}"/>`),
    '</Key>',
    ...properties.map((property) => {
      const nullable = property.nullable && !isKey(property.column)
      return `<Property Name="${property.name}" Type="Edm.${property.type}"${nullable ? '' : ' Nullable="false"'}/>`
    }),
    '</EntityType>',
  ].join('\n')
}

/** A type must not have the name of a set: it is called after a row of it. */
function typeName(set: string): string {
  return `${set}Row`
}
