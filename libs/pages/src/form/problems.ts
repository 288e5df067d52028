import type { Field, Fields } from '@front-door/case-flow'
import type { Asking, FieldProblem, Question } from './asking.js'
import { dateParts, boxesOf } from './date-boxes.js'
import { isEntries } from './entered.js'
import { named, withLabels, withinSentence } from './in-words.js'

/** One line of the error summary; without a link where nothing on the page is to blame. */
export interface SummaryLine {
  readonly text: string
  readonly href?: string
}

/** The lines of the error summary, in the order of the page, then what belongs to no question on it. */
export function errorSummary(
  problems: readonly FieldProblem[],
  questions: readonly Question[],
): readonly SummaryLine[] {
  const targets = targetsOf(questions)
  const places = [...targets.keys()]
  const place = ({ field }: FieldProblem) =>
    field !== undefined && targets.has(field) ? places.indexOf(field) : places.length
  return [...problems]
    .sort((a, b) => place(a) - place(b))
    .map(({ field, message }) => {
      const target = field === undefined ? undefined : targets.get(field)
      return target ? { text: message, href: `#${target}` } : { text: message }
    })
}

function targetsOf(questions: readonly Question[]): Map<string, string | undefined> {
  return new Map(
    questions.flatMap((question) => [
      [question.field, question.target] as const,
      ...(question.questions ? targetsOf(question.questions) : []),
    ]),
  )
}

/**
 * The problems in words for a page. The door's sentences are for whoever sends JSON: `Select the priority: RED, AMBER,
 * GREEN.` is `Select the priority.` where the answers stand below. What the domain's rules say stays, with labels for codes.
 */
export function onPage(
  fields: Fields,
  problems: readonly FieldProblem[],
  asking: Pick<Asking, 'at' | 'typed' | 'choices' | 'labels' | 'words'>,
): readonly FieldProblem[] {
  return problems.map((problem) => {
    const found = fieldAt(fields, problem.field, asking.at)
    if (!found) return problem
    const { field, name, parents } = found
    const body = parents.reduce<unknown>((inner, each) => (isEntries(inner) ? inner[each] : undefined), asking.typed)
    if (field.remedy || !(problem.rule === 'required' || problem.rule === field.kind))
      return { ...problem, message: withLabels(problem.message, field, asking.words) }
    const picked = Boolean(asking.choices?.[name] ?? field.codes)
    const label = asking.labels?.[name] ?? field.label
    if (problem.rule === 'required' && field.kind === 'text' && !picked)
      return { ...problem, message: `Enter ${named(label)}.` }
    return { ...problem, message: sentence(field, label, picked, missingParts(field, name, body)) ?? problem.message }
  })
}

function sentence({ kind, many, max }: Field, label: string, picked: boolean, missing: string): string | undefined {
  if (picked) return many ? `Select at least one: ${withinSentence(label)}.` : `Select ${named(label)}.`
  switch (kind) {
    case 'yesNo':
      return `Select yes or no: ${withinSentence(label)}.`
    case 'day':
      return missing
        ? `Enter the ${missing} of ${named(label)}.`
        : `Enter ${named(label)} as a day that exists, like 4 6 2026.`
    case 'moment':
      return missing
        ? `Enter the ${missing} of ${named(label)}.`
        : `Enter ${named(label)} as a day that exists, like 4 6 2026, and a time like 9:32am.`
    case 'text':
      return `Enter ${named(label)}, in at most ${(max ?? 100).toLocaleString('en-GB')} characters.`
    default:
      return undefined
  }
}

/** Which boxes of a date were left empty, where some were filled in. */
function missingParts({ kind }: Field, name: string, body: unknown): string {
  if ((kind !== 'day' && kind !== 'moment') || !isEntries(body)) return ''
  const boxes = boxesOf(name, body, undefined)
  const empty = dateParts.filter((part) => boxes[part].trim() === '')
  const some = empty.length < dateParts.length || boxes.time.trim() !== ''
  return some ? empty.join(' and ') : ''
}

/** The field a path leads to, and what was posted where it stands. */
function fieldAt(fields: Fields, path: string | undefined, at: string | undefined) {
  if (path === undefined || (at && !path.startsWith(`${at}.`))) return undefined
  const names = path.slice(at ? at.length + 1 : 0).split('.')
  const name = names.at(-1) ?? ''
  const parents = names.slice(0, -1)
  const within = parents.reduce<Fields | undefined>((inner, each) => inner?.[each]?.fields, fields)
  const field = within?.[name]
  return field && { field, name, parents }
}
