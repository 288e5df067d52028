import { type JsonSchema, schemaOf } from '../fields/index.js'
import { eventDefinitions } from './events.js'

/** The JSON Schema of every event's own part: its open data, and its words as they are before they are sealed. */
export function eventSchemas(): JsonSchema {
  const definitions = eventDefinitions.map(({ type, version, fields }) => [
    type,
    { ...schemaOf(fields), title: type, version },
  ])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front Door events',
    description:
      'Generated from the event definitions in libs/case-flow by `npm run docs`. Words are sealed in the log.',
    $defs: Object.fromEntries(definitions),
  }
}
