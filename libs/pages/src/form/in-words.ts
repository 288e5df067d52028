import { type Field, codes } from '@front-door/case-flow'
import type { Day } from '@front-door/calendar'
import type { Policy } from '@front-door/policy'
import type { Choice } from './asking.js'

type CodeList = NonNullable<Field['codes']>

/** A code as people here call it: in the council's own word, else the list's. */
export function codeLabel(list: CodeList, code: string, words: Policy['words'] = {}): string {
  return words[`${list.name}.${code}`] ?? list.labelOf(code)
}

/** The codes a person may pick on a day, and the one that stands there already. */
export function codesToPick(
  list: CodeList,
  on: Day,
  words: Policy['words'] = {},
  now: readonly string[] = [],
): readonly Choice[] {
  return list.codes
    .filter(({ code, imported }) => now.includes(code) || (!imported && codes.inUse(list, code, on)))
    .map(({ code }) => ({ value: code, text: codeLabel(list, code, words) }))
}

/**
 * A sentence written for the API, for people who see labels and not codes: `Select OPEN_CASE: ...` becomes
 * `Select “Passed to the worker of the open case”: ...`. A code that is also a plain word or number needs capitals or
 * digits of its own to be one.
 */
export function withLabels(sentence: string, field: Field | undefined, words: Policy['words'] = {}): string {
  const list = field?.codes
  if (!list) return sentence
  return sentence.replace(/\b[A-Z0-9][A-Z0-9_]+\b/g, (word) =>
    list.codes.some(({ code }) => code === word) ? `“${codeLabel(list, word, words).replace(/ \(.*\)$/, '')}”` : word,
  )
}

/** `the reason for the decision`; what is a clause already stays one: `what we were told`. */
export function named(label: string): string {
  const within = withinSentence(label)
  return /^(what|how|who|why|when|which|the|a) /.test(within) ? within : `the ${within}`
}

/** `Reason for the decision` within a sentence; names in capitals stay as they are. */
export function withinSentence(label: string): string {
  return /^[A-Z](?![A-Z0-9])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
