import type { Field } from '@front-door/case-flow'
import type { Asking } from './asking.js'
import { withLabels } from './in-words.js'
import { inputId, pathTo } from './path.js'

/** A field with everything its question needs. */
export interface Asked {
  readonly name: string
  readonly field: Field
  readonly path: string
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly asking: Asking
}

/** What the macros of GOV.UK take for every kind of input. */
export const common = ({ hint, error }: Asked) => ({
  ...(hint ? { hint: { text: hint } } : {}),
  ...(error ? { errorMessage: { text: error } } : {}),
})

export function asked(name: string, field: Field, asking: Asking): Asked {
  const path = pathTo(asking.at, name)
  const label = asking.labels?.[name] ?? field.label
  return {
    name,
    field,
    path,
    id: inputId(path),
    label: field.required || field.sometimes || asking.asFilter ? label : `${label} (optional)`,
    hint: withLabels(asking.hints?.[name] ?? field.hint ?? '', field, asking.words) || undefined,
    error: asking.problems?.find((problem) => problem.field === path)?.message,
    asking,
  }
}
