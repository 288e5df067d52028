import { isDay, isMoment } from '@front-door/calendar'
import type { Field, Fields } from './field.js'

/** A child's id, and every other id and name of a worker or team, in the characters that are safe in an address. */
const CHILD = /^[A-Za-z0-9]{1,20}$/
const NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/
const LONGEST_NAME = 64

/** Whether a value, once read, is one the field may hold. */
export function isValid(field: Field, value: unknown): boolean {
  if (!field.many) return isOne(field, value)
  return Array.isArray(value) && value.every((one) => isOne(field, one)) && new Set(value).size === value.length
}

function isOne(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length <= (field.max ?? 100) && (field.pattern?.test(value) ?? true)
    case 'code':
      return field.codes?.has(value) ?? false
    case 'day':
      return isDay(value)
    case 'moment':
      return isMoment(value)
    case 'yesNo':
      return typeof value === 'boolean'
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0
    case 'child':
      return typeof value === 'string' && CHILD.test(value)
    case 'reference':
    case 'worker':
      return typeof value === 'string' && value.length <= LONGEST_NAME && NAME.test(value)
    case 'group':
      return isRecord(value) && misfit(field.fields ?? {}, value) === undefined
    case 'changes':
      return isRecord(value)
  }
}

/** The name of the first entry that does not fit these fields: unknown, missing, or of another shape. */
export function misfit(
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  required = requiredOf(fields),
): string | undefined {
  for (const name in values) {
    const field = fields[name]
    const value = values[name]
    if (!field || (value !== undefined && !isValid(field, value))) return name
  }
  for (const name of required) if (values[name] === undefined) return name
  return undefined
}

/** The names of those that may not be left out. */
export function requiredOf(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.required)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
