import type { Field, Fields } from '@front-door/case-flow'
import type { Entries } from './asking.js'
import { dayIn, momentIn } from './date-boxes.js'

/**
 * What a browser posted, as the values that the domain's check takes: days and moments from their boxes, true and
 * false, numbers, lists. Only these fields are read. What makes no sense is handed on as typed, for the check to refuse;
 * what was left empty is left out.
 */
export function enteredIn(fields: Fields, body: unknown): Record<string, unknown> {
  if (!isEntries(body)) return {}
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = valueIn(field, body, name)
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

/** The entries of a list in what was posted, `children[0]` and on; gaps that a removed entry left are closed. */
export function listIn(body: unknown, name: string): readonly Entries[] {
  const list = isEntries(body) ? body[name] : undefined
  if (typeof list !== 'object' || list === null) return []
  return Object.values(list).filter(isEntries)
}

function valueIn(field: Field, body: Entries, name: string): unknown {
  const raw = body[name]
  switch (field.kind) {
    case 'group':
      return filled(enteredIn(field.fields ?? {}, raw))
    case 'changes':
      return isEntries(raw) ? filled(raw) : undefined
    case 'day':
      return dayIn(body, name)
    case 'moment':
      return momentIn(body, name)
    default:
      return field.many ? listOf(field, raw) : oneOf(field, raw)
  }
}

function oneOf(field: Field, raw: unknown): unknown {
  if (typeof raw !== 'string') return raw
  const text = raw.replace(/\r\n?/g, '\n').trim()
  if (field.kind === 'yesNo') return { true: true, false: false }[text] ?? text
  if (field.kind === 'count') return /^\d{1,9}$/.test(text) ? Number(text) : text
  return text
}

/** Ticked boxes post a text or a list; the ids of children and workers may also be typed with commas between. */
function listOf(field: Field, raw: unknown): unknown {
  const all = (Array.isArray(raw) ? raw : [raw]).filter((one) => typeof one === 'string')
  const list = field.codes === undefined ? all.flatMap((one) => one.split(/[\s,]+/)) : all
  const given = list.filter((one) => one !== '')
  return given.length > 0 ? given : undefined
}

function filled(values: Entries): Entries | undefined {
  return Object.keys(values).length > 0 ? values : undefined
}

export function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
