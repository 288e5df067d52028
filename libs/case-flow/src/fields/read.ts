import { readMoment } from '@front-door/calendar'
import type { Field, Fields } from './field.js'
import { isRecord, isValid } from './value.js'

/** What is wrong with one field, the rule it broke, and what to do, in a sentence. */
export interface Problem {
  /** Where: `reason`, or `children[1].person.birthDate`. */
  readonly field: string
  readonly rule: string
  readonly message: string
}

/** What was entered, tidied (trimmed, empty entries left out, moments in their one form), and all that is wrong with it. */
export interface Read {
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
}

/** Reads what somebody entered against its fields. Every problem is found, not only the first. */
export function read(fields: Fields, entered: unknown, path = ''): Read {
  if (!isRecord(entered)) return { values: {}, problems: [problem(path || 'body', 'object', 'Send a JSON object.')] }
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [name, raw] of Object.entries(entered)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) {
      problems.push(
        problem(path + name, 'unknown', `There is no field called ${name.slice(0, 40)} here. Leave it out.`),
      )
      continue
    }
    const value = tidy(field, raw)
    if (value === undefined) continue
    if (field.kind === 'group') {
      const inner = read(field.fields ?? {}, value, `${path}${name}.`)
      values[name] = inner.values
      problems.push(...inner.problems)
    } else if (isValid(field, value)) values[name] = value
    else problems.push(problem(path + name, field.kind, remedy(field)))
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required && tidy(field, entered[name]) === undefined)
      problems.push(problem(path + name, 'required', remedy(field)))
  }
  return { values, problems }
}

/** What was entered as it is kept: trimmed, empty as not there, moments in their one form. */
export function tidy(field: Field, raw: unknown): unknown {
  if (raw === null || raw === undefined) return undefined
  if (Array.isArray(raw)) return raw.length > 0 ? raw : undefined
  if (typeof raw !== 'string') return raw
  const text = raw.trim()
  if (text === '') return undefined
  return field.kind === 'moment' ? (readMoment(text) ?? text) : text
}

function problem(field: string, rule: string, message: string): Problem {
  return { field, rule, message }
}

/** The sentence that says what to do, in the words of the field's own label. */
export function remedy(field: Field): string {
  if (field.remedy) return field.remedy
  const name = nameOf(field)
  switch (field.kind) {
    case 'code':
      return `Select ${name}: ${field.many ? 'any, each once, of ' : ''}${field.codes?.codes.map((entry) => entry.code).join(', ')}.`
    case 'day':
      return `Enter ${name} as a day that exists, like 2026-06-04.`
    case 'moment':
      return `Enter ${name} as a day, like 2026-06-04, or a day and time, like 2026-06-04T09:32.`
    case 'yesNo':
      return `Say whether: ${field.label} (true or false).`
    case 'count':
      return `Enter ${name} as a whole number.`
    case 'child':
      return `Enter ${name} as a child's id: 1 to 20 letters and digits${field.many ? ', each once' : ''}.`
    case 'worker':
      return `Enter ${name} as a worker's id.`
    case 'reference':
      return `Enter ${name} by its id, as the child's trail gives it.`
    case 'group':
    case 'changes':
      return `Enter ${name} as an object of fields.`
    case 'text':
      return `Enter ${name}, in at most ${field.max} characters.`
  }
}

/** The label within a sentence: “the reason”, “the UPN”, “what we were told”. */
function nameOf({ label }: Field): string {
  const within = /^[A-Z][^a-z]/.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  return /^(the|what|when|where|who|why|how|whether) /.test(within) ? within : `the ${within}`
}
