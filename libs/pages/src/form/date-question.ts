import type { Question } from './asking.js'
import { boxesOf, dateParts, wrongParts } from './date-boxes.js'
import { partName } from './path.js'
import { type Asked, common } from './asked.js'

const EXAMPLE = 'For example, 4 6 2026'

/** Three boxes for a day; beside them, one for the time of a moment. */
export function dateQuestion(asked: Asked): Question {
  const { name, path, id, label, error, asking, field } = asked
  const boxes = boxesOf(name, asking.typed, asking.values?.[name])
  const wrong = error ? wrongParts(boxes) : []
  const items = dateParts.map((part) => ({
    id: `${id}-${part}`,
    name: partName(path, part),
    label: part.charAt(0).toUpperCase() + part.slice(1),
    value: boxes[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}${wrong.includes(part) ? ' govuk-input--error' : ''}`,
    autocomplete: 'off',
  }))
  const params = {
    id,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    ...common({ ...asked, hint: asked.hint ?? EXAMPLE }),
    items,
  }
  const target = `${id}-${wrong[0] ?? 'day'}`
  if (field.kind === 'day') return { as: 'date', field: path, target, params }
  const time = { id: `${id}-time`, name: partName(path, 'time'), value: boxes.time }
  return { as: 'moment', field: path, target, params: { date: params, time } }
}
