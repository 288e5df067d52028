import type { ActName } from '@front-door/case-flow'
import { type Wrong } from '@front-door/door'
import { plainToInstance } from 'class-transformer'
import { type ValidationError, validateSync } from 'class-validator'
import { dtoFor } from './act-dto.js'

/** What was sent for one child, tidied, and everything that is wrong with it. */
export interface Checked {
  readonly values: Readonly<Record<string, unknown>>
  readonly wrong: readonly Wrong[]
}

/** Checks what was sent against the act's DTO. Every problem is found, and what is not asked for is one too. */
export function check(act: ActName, sent: Readonly<Record<string, unknown>>): Checked {
  const misfit = misfitIn(sent)
  if (misfit) return { values: {}, wrong: [misfit] }
  const dto = plainToInstance(dtoFor(act), sent)
  const errors = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false })
  const values = Object.fromEntries(
    Object.entries(dto).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value)]])),
  )
  return { values, wrong: errors.flatMap((error) => wrongIn(error, '')) }
}

/** No field is deeper than a list within a group. */
const DEEPEST = 4

/** What class-transformer would not come back from, or would pass over in silence. */
function misfitIn(sent: object, path = '', depth = 1): Wrong | undefined {
  for (const [name, value] of Object.entries(sent)) {
    const field = path + name
    if (name in Object.prototype) return unknown(field, name)
    if (typeof value !== 'object' || value === null) continue
    if (depth === DEEPEST)
      return { field: field.slice(0, 80), rule: 'too-deep', message: 'This holds more within it than any field does.' }
    const within = misfitIn(value, `${field}.`, depth + 1)
    if (within) return within
  }
  return undefined
}

function unknown(field: string, property: string): Wrong {
  return { field, rule: 'unknown', message: `There is no field called ${property.slice(0, 40)} here. Leave it out.` }
}

function wrongIn({ property, constraints = {}, children = [] }: ValidationError, path: string): readonly Wrong[] {
  const field = path + property
  return [...ownWrong(field, property, constraints), ...children.flatMap((child) => wrongIn(child, `${field}.`))]
}

/** What is not there breaks every rule at once: it is told as missing, and nothing else. */
function ownWrong(field: string, property: string, constraints: Readonly<Record<string, string>>): readonly Wrong[] {
  if ('whitelistValidation' in constraints) return [unknown(field, property)]
  if (constraints['isDefined'] !== undefined) return [{ field, rule: 'required', message: constraints['isDefined'] }]
  return Object.entries(constraints)
    .slice(0, 1)
    .map(([rule, message]) => ({ field, rule, message }))
}

/** Groups come back as instances of their DTO: the domain takes plain objects. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))
}
