import type { Choice, Question } from './asking.js'
import { inputName } from './path.js'
import { type Asked, common } from './asked.js'
import { shownTexts } from './shown.js'

/** More choices than these are a list to open: fewer where most people leave the question out. */
const FEW = { required: 8, optional: 5, filter: 3 }

/** Answers that go with no other of their list. */
const standsAlone: Readonly<Record<string, string>> = { disability: 'NONE', assessmentFactor: '21' }

export function choiceQuestion(asked: Asked, choices: readonly Choice[]): Question {
  if (asked.field.many) return checkboxes(asked, choices)
  const few = asked.asking.asFilter ? FEW.filter : asked.field.required ? FEW.required : FEW.optional
  return choices.length > few ? select(asked, choices) : radios(asked, choices)
}

function radios(asked: Asked, choices: readonly Choice[]): Question {
  const { path, id, field, asking } = asked
  const answers = field.required && !asking.asFilter ? choices : [...choices, noAnswer(asked)]
  const params = {
    idPrefix: id,
    name: inputName(path),
    fieldset: fieldset(asked),
    ...common(asked),
    classes: field.kind === 'yesNo' ? 'govuk-radios--inline govuk-radios--small' : 'govuk-radios--small',
    items: itemsOf(asked, answers),
  }
  return { as: 'radios', field: path, target: id, params }
}

function checkboxes(asked: Asked, choices: readonly Choice[]): Question {
  const { path, id, field } = asked
  const alone = standsAlone[field.codes?.name ?? '']
  const items = itemsOf(asked, choices).map((item) =>
    item.value === alone ? { ...item, behaviour: 'exclusive' } : item,
  )
  const params = {
    idPrefix: id,
    name: inputName(path),
    fieldset: fieldset(asked),
    ...common(asked),
    classes: `govuk-checkboxes--small${choices.length > FEW.required ? ' app-columns' : ''}`,
    items,
  }
  return { as: 'checkboxes', field: path, target: id, params }
}

function select(asked: Asked, choices: readonly Choice[]): Question {
  const { name, path, id, label, field, asking } = asked
  const [shown = ''] = shownTexts(name, asking.typed, asking.values?.[name])
  const none = field.required && !asking.asFilter ? { value: '', text: 'Select one' } : noAnswer(asked)
  const offered = asking.open?.[name] === '' ? choices : [none, ...choices]
  const params = {
    id,
    name: inputName(path),
    label: { text: label, classes: 'govuk-label--s' },
    ...common(asked),
    items: offered.map(({ value, text }) => ({ value, text, selected: value === shown })),
  }
  return { as: 'select', field: path, target: id, params }
}

function itemsOf({ name, asking }: Asked, choices: readonly Choice[]) {
  const shown = shownTexts(name, asking.typed, asking.values?.[name])
  return choices.map(({ value, text, hint }) => ({
    value,
    text,
    checked: shown.includes(value),
    ...(hint ? { hint: { text: hint } } : {}),
  }))
}

/** A radio cannot be taken back: where no answer is needed, none is one of them. */
function noAnswer({ name, asking }: Asked): Choice {
  return { value: '', text: asking.open?.[name] ?? (asking.asFilter ? 'Any' : 'Not recorded') }
}

function fieldset({ label }: Asked) {
  return { legend: { text: label, classes: 'govuk-fieldset__legend--s' } }
}
