import type { Field, Fields } from '@front-door/case-flow'
import type { Asking, Entries, Fieldset, Question } from './asking.js'
import { isEntries } from './entered.js'
import { pathTo } from './path.js'
import { asked, common } from './asked.js'
import { questionOf } from './question.js'

/** The questions that ask for these fields, ready for `form/questions.njk`. */
export function questionsFor(fields: Fields, asking: Asking): readonly Question[] {
  const names = (asking.only ?? Object.keys(fields)).filter((name) => fields[name])
  const questions = new Map(names.flatMap((name) => ask(name, fields[name], asking)))
  return gathered(names, questions, asking)
}

function ask(name: string, field: Field | undefined, asking: Asking): readonly (readonly [string, Question])[] {
  if (!field || (field.kind === 'changes' && !asking.choices?.[name])) return []
  if (field.kind !== 'group') return [[name, questionOf(name, field, asking)]]
  return [[name, groupQuestion(name, field, asking)]]
}

const unpresented = { only: undefined, hidden: undefined, labels: undefined, hints: undefined, fieldsets: undefined }

/** A group is a fieldset of its own questions, each with its part of what was typed. */
function groupQuestion(name: string, field: Field, asking: Asking): Question {
  const one = asked(name, field, asking)
  const questions = questionsFor(field.fields ?? {}, {
    ...asking,
    ...unpresented,
    ...asking.groups?.[name],
    at: one.path,
    values: entriesIn(asking.values, name),
    typed: asking.typed && entriesIn(asking.typed, name),
  })
  return {
    as: 'fieldset',
    field: one.path,
    target: questions.find(({ target }) => target)?.target,
    params: { legend: one.label, ...common(one) },
    questions,
  }
}

/** Questions in the order of the fields; those of a fieldset together, where its first would stand. */
function gathered(
  names: readonly string[],
  questions: ReadonlyMap<string, Question>,
  asking: Asking,
): readonly Question[] {
  const done = new Set<string>()
  return names.flatMap((name) => {
    if (done.has(name)) return []
    const within = asking.fieldsets?.find(({ fields }) => fields.includes(name))
    const together = within ? within.fields.filter((each) => names.includes(each)) : [name]
    together.forEach((each) => done.add(each))
    const inside = together.flatMap((each) => questions.get(each) ?? [])
    return within ? [fieldsetOf(within, inside, asking)] : inside
  })
}

function fieldsetOf({ legend, hint, fields }: Fieldset, questions: readonly Question[], asking: Asking): Question {
  return {
    as: 'fieldset',
    field: pathTo(asking.at, fields.join('-')),
    params: { legend, ...(hint ? { hint: { text: hint } } : {}) },
    questions,
  }
}

function entriesIn(entries: Entries | undefined, name: string): Entries {
  const inner = entries?.[name]
  return isEntries(inner) ? inner : {}
}
