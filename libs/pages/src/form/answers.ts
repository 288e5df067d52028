import { isDay, isMoment, inWords as dayInWords, momentInWords } from '@front-door/calendar'
import type { Field, Fields } from '@front-door/case-flow'
import type { Asking, Choice, Entries } from './asking.js'
import { isEntries } from './entered.js'
import { codeLabel, withinSentence } from './in-words.js'
import { inputId, pathTo } from './path.js'

/** A row of a summary list, as the macro of GOV.UK takes it. */
export interface AnswerRow {
  readonly key: { readonly text: string }
  readonly value: { readonly text?: string; readonly html?: string; readonly classes?: string }
  readonly actions?: { readonly items: readonly { href: string; text: string; visuallyHiddenText: string }[] }
}

export interface Answering extends Pick<Asking, 'only' | 'hidden' | 'labels' | 'choices' | 'words' | 'at'> {
  readonly values: Entries
  /** Where an answer is changed; the id of its question is added to it: `/record?step=1` and `#reason`. */
  readonly changeAt?: string
  /** Leave out what was not answered. */
  readonly answeredOnly?: boolean
}

/** The answers as they are read before they are recorded, each with a link to change it. */
export function answerRows(fields: Fields, answering: Answering): readonly AnswerRow[] {
  const { values, only, hidden = [], answeredOnly } = answering
  return (only ?? Object.keys(fields)).flatMap((name) => {
    const field = fields[name]
    if (!field || hidden.includes(name) || field.kind === 'changes') return []
    if (field.kind === 'group') return groupRows(name, field, answering)
    const given = values[name] !== undefined
    return given || !answeredOnly ? [row(name, field, answering)] : []
  })
}

function groupRows(name: string, field: Field, answering: Answering): readonly AnswerRow[] {
  const inner = answering.values[name]
  if (!isEntries(inner)) return []
  return answerRows(field.fields ?? {}, {
    ...answering,
    only: undefined,
    values: inner,
    at: pathTo(answering.at, name),
    answeredOnly: true,
  })
}

function row(name: string, field: Field, { values, labels, changeAt, at, ...rest }: Answering): AnswerRow {
  const label = labels?.[name] ?? field.label
  const given = values[name] !== undefined
  const id = inputId(pathTo(at, name))
  const first = field.kind === 'day' || field.kind === 'moment' ? `${id}-day` : id
  const change = { href: `${changeAt}#${first}`, text: 'Change', visuallyHiddenText: withinSentence(label) }
  return {
    key: { text: label },
    value: given
      ? inLines(answerInWords(field, values[name], rest.words, rest.choices?.[name]))
      : { text: 'Not recorded', classes: 'app-quiet' },
    ...(changeAt === undefined ? {} : { actions: { items: [change] } }),
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Text that was typed in several lines keeps them. */
function inLines(text: string): AnswerRow['value'] {
  if (!text.includes('\n')) return { text }
  return { html: escaped(text).replaceAll('\n', '<br>') }
}

/** A value as people read it: labels for codes and ids, days and times written out. */
export function answerInWords(
  field: Field,
  value: unknown,
  words: Asking['words'] = {},
  choices: readonly Choice[] = [],
): string {
  const one = (each: unknown): string => {
    const text = choices.find((choice) => choice.value === String(each))?.text
    if (text !== undefined) return text
    if (field.codes) return codeLabel(field.codes, String(each), words)
    if (typeof each === 'boolean') return each ? 'Yes' : 'No'
    if (field.kind === 'day' && isDay(each)) return dayInWords(each)
    if (field.kind === 'moment' && isMoment(each)) return momentInWords(each)
    return String(each)
  }
  return [value].flat().map(one).join(', ')
}
