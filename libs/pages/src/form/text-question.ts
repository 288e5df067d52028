import type { Field } from '@front-door/case-flow'
import type { Question } from './asking.js'
import { inputName } from './path.js'
import { type Asked, common } from './asked.js'
import { shownText } from './shown.js'

/** The longest text that is asked for on one line. */
const ONE_LINE = 200

/** Text on one line or several, numbers and ids. Nothing personal is kept or offered by the browser. */
export function textQuestion(asked: Asked): Question {
  const { name, path, id, label, field, asking } = asked
  const long = field.kind === 'text' && (field.max ?? 0) > ONE_LINE
  const params = {
    id,
    name: inputName(path),
    label: { text: label, classes: 'govuk-label--s' },
    ...common(field.many && !asked.hint ? { ...asked, hint: 'Ids, with commas between' } : asked),
    value: shownText(name, asking.typed, asking.values?.[name]),
    ...(long ? severalLines(field) : oneLine(field)),
  }
  return { as: long ? 'textarea' : 'input', field: path, target: id, params }
}

function severalLines({ max = 0 }: Field) {
  return { maxlength: String(max), threshold: '75', rows: max > 1000 ? '5' : '3', attributes: { autocomplete: 'off' } }
}

function oneLine({ kind, max = 64 }: Field) {
  return {
    autocomplete: 'off',
    spellcheck: false,
    classes:
      kind === 'count' ? 'govuk-input--width-3' : max <= 20 ? 'govuk-input--width-10' : 'govuk-!-width-two-thirds',
    ...(kind === 'count' ? { inputmode: 'numeric' } : {}),
  }
}
