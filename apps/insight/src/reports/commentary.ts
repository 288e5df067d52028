import type { Day } from '@front-door/calendar'
import { fields } from '@front-door/case-flow'
import { type Entries, type FieldProblem, enteredIn, onPage, questionsFor } from '@front-door/pages'

const asked = {
  words: fields.words('What this figure means', {
    max: 4_000,
    hint: 'What is behind it, and what is being done. Never name or describe a child',
  }),
  tolerance: fields.optional(
    fields.text('Tolerance', {
      max: 10,
      hint: 'How far it may move after publication before somebody has to be told, in its own unit: 0.5 for half a percentage point',
    }),
  ),
}

export const commentaryQuestions = (on: Day, typed: Entries, problems: readonly FieldProblem[] = []) =>
  questionsFor(asked, {
    ...{ on, problems },
    typed: { words: String(typed['words'] ?? ''), tolerance: String(typed['tolerance'] ?? '') },
  })

/** What was written, or what is wrong with it. */
export function commentaryIn(body: Entries): {
  readonly words: string
  readonly tolerance: number | undefined
  readonly problems: readonly FieldProblem[]
} {
  const { words, tolerance } = enteredIn(asked, body)
  const wrong: FieldProblem[] = []
  if (!fields.isValid(asked.words, words))
    wrong.push({ field: 'words', rule: 'required', message: 'Enter what this figure means.' })
  if (tolerance !== undefined && !/^\d{1,6}(\.\d{1,3})?$/.test(String(tolerance)))
    wrong.push({ field: 'tolerance', rule: 'number', message: 'Enter the tolerance as a number, like 2 or 0.5.' })
  return {
    words: String(words ?? ''),
    tolerance: tolerance === undefined ? undefined : Number(tolerance),
    problems: onPage(asked, wrong, { typed: body }),
  }
}
