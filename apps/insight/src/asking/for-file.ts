import { Problem, summed } from '@front-door/door'
import type { FieldProblem } from '@front-door/pages'

/** What a file was asked for. It has no form that could say what is wrong with that: then there is no file. */
export function forFile<Asked extends { readonly problems: readonly FieldProblem[] }>(asked: Asked): Asked {
  const wrong = asked.problems.map(({ field = '', rule = '', message }) => ({ field, rule, message }))
  if (wrong.length > 0) throw new Problem('invalid', summed(wrong), wrong)
  return asked
}
