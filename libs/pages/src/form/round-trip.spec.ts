import { describe, expect, it } from '@jest/globals'
import { actNames, fields as make, flow } from '@front-door/case-flow'
import fc from 'fast-check'
import { anyAnswers } from '../../testing/answers.js'
import { postedBy } from '../../testing/browser.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import type { Asking } from './asking.js'
import { enteredIn } from './entered.js'
import { parsePosted } from './posted.js'
import { questionsFor } from './questions.js'

const on = '2026-11-21'
const fieldsOf = (act: (typeof actNames)[number]) => ({
  ...flow[act].act.fields,
  occurredAt: make.optional(make.moment('Time it happened')),
})
const form = (act: (typeof actNames)[number], asking: Partial<Asking> = {}) =>
  renderedMacro('form/questions.njk', 'questions', questionsFor(fieldsOf(act), { on, ...asking }))

describe.each(actNames)('the form of %s', (act) => {
  it('has a label for every input, fieldsets with legends, and no id twice', () => {
    const html = form(act)
    expect(flawsIn(html)).toEqual([])
    expect(html.match(/<fieldset/g)?.length).toBe(html.match(/<legend/g)?.length)
  })

  it('posts back what it was filled with, whatever that is', () => {
    fc.assert(
      fc.property(anyAnswers(fieldsOf(act)), (values) => {
        expect(enteredIn(fieldsOf(act), parsePosted(postedBy(form(act, { values }))))).toEqual(values)
      }),
      { numRuns: 12 },
    )
  })

  it('shows what was typed again, exactly', () => {
    fc.assert(
      fc.property(anyAnswers(fieldsOf(act)), (values) => {
        const typed = postedBy(form(act, { values }))
        expect(postedBy(form(act, { typed: parsePosted(typed) }))).toBe(typed)
      }),
      { numRuns: 6 },
    )
  })
})
