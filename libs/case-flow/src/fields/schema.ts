import type { Field, Fields } from './field.js'

/** A JSON Schema (2020-12), as far as fields need it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The schema of an object that holds these fields and no others. */
export function schemaOf(fields: Fields): JsonSchema {
  const entries = Object.entries(fields)
  const required = entries.filter(([, field]) => field.required).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, schemaOfField(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

export function schemaOfField(field: Field): JsonSchema {
  const described = { title: field.label, ...(describe(field) ? { description: describe(field) } : {}) }
  const one = typeOf(field)
  return field.many
    ? { ...described, type: 'array', items: one, uniqueItems: true, minItems: 1 }
    : { ...one, ...described }
}

function typeOf(field: Field): JsonSchema {
  switch (field.kind) {
    case 'text':
      return {
        type: 'string',
        maxLength: field.max ?? 100,
        ...(field.pattern ? { pattern: field.pattern.source } : {}),
      }
    case 'code':
      return { type: 'string', enum: field.codes?.codes.map(({ code }) => code) ?? [] }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'moment':
      return { type: 'string', examples: ['2026-06-04', '2026-06-04T09:32', '2026-06-04T09:32+01:00'] }
    case 'yesNo':
      return { type: 'boolean' }
    case 'count':
      return { type: 'integer', minimum: 0 }
    case 'child':
      return { type: 'string', pattern: '^[A-Za-z0-9]{1,20}$' }
    case 'reference':
    case 'worker':
      return { type: 'string', maxLength: 64 }
    case 'group':
      return schemaOf(field.fields ?? {})
    case 'changes':
      return { type: 'object', additionalProperties: true }
  }
}

function describe({ hint, codes, words }: Field): string {
  const list = codes?.codes.map(({ code, label }) => `${code}: ${label}`).join('; ')
  const parts = [hint, list && `${list}. Source: ${codes?.source}`, words ? "Sealed under the child's key" : undefined]
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}
