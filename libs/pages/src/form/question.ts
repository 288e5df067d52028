import type { Field } from '@front-door/case-flow'
import { type Asked, asked } from './asked.js'
import type { Asking, Choice, Question } from './asking.js'
import { choiceQuestion } from './choice-question.js'
import { dateQuestion } from './date-question.js'
import { codesToPick } from './in-words.js'
import { inputName } from './path.js'
import { shownTexts } from './shown.js'
import { textQuestion } from './text-question.js'

/** The question of one field: by what is handed in to choose from, then by the kind of the field. */
export function questionOf(name: string, field: Field, asking: Asking): Question {
  const one = asked(name, field, asking)
  if (asking.hidden?.includes(name)) return hidden(one)
  const choices = choicesOf(one)
  if (choices) return choiceQuestion(one, choices)
  return field.kind === 'day' || field.kind === 'moment' ? dateQuestion(one) : textQuestion(one)
}

function hidden({ name, path, asking }: Asked): Question {
  const values = shownTexts(name, asking.typed, asking.values?.[name])
  return { as: 'hidden', field: path, params: { name: inputName(path), values } }
}

function choicesOf({ name, field, asking }: Asked): readonly Choice[] | undefined {
  const given = asking.choices?.[name]
  if (given) return given
  if (field.kind === 'yesNo') return yesOrNo
  if (!field.codes) return undefined
  return codesToPick(field.codes, asking.on, asking.words, shownTexts(name, asking.typed, asking.values?.[name]))
}

const yesOrNo: readonly Choice[] = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
]
