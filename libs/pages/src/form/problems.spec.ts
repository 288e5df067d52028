import { describe, expect, it } from '@jest/globals'
import { flow, fields as make } from '@front-door/case-flow'
import { errorSummary, onPage } from './problems.js'
import { questionsFor } from './questions.js'

const on = '2026-11-21'
const contact = flow['receive-contact'].act.fields
const factors = flow['complete-assessment'].act.fields

describe('the error summary', () => {
  it('follows the page from top to bottom, each line leading to what it is about', () => {
    const typed = { person: { 'birthDate-day': '4', 'birthDate-month': '', 'birthDate-year': '2019' } }
    const problems = [
      { message: 'The record has moved on.' },
      { field: 'person.birthDate', rule: 'day', message: 'Enter the month.' },
      { field: 'domesticAbuse', rule: 'yesNo', message: 'Say yes or no.' },
      { field: 'concern', rule: 'required', message: 'Enter what we were told.' },
    ]
    expect(errorSummary(problems, questionsFor(contact, { on, typed, problems }))).toEqual([
      { text: 'Say yes or no.', href: '#domesticAbuse' },
      { text: 'Enter what we were told.', href: '#concern' },
      { text: 'Enter the month.', href: '#person-birthDate-month' },
      { text: 'The record has moved on.' },
    ])
  })

  it('leads to the right child of several', () => {
    const problems = [{ field: 'children[1].person.upn', rule: 'text', message: 'Check the UPN.' }]
    const both = [0, 1].flatMap((n) => questionsFor(contact, { on, problems, at: `children[${n}]` }))
    expect(errorSummary(problems, both)).toEqual([{ text: 'Check the UPN.', href: '#children-1-person-upn' }])
  })

  it('does not link to what cannot be seen', () => {
    const problems = [{ field: 'contact', rule: 'required', message: 'Enter the contact.' }]
    const hidden = questionsFor(flow['decide-contact'].act.fields, { on, hidden: ['contact'], problems })
    expect(errorSummary(problems, hidden)).toEqual([{ text: 'Enter the contact.' }])
  })
})

describe('a problem on a page', () => {
  const said = (fields: typeof contact, entered: object, typed = {}) =>
    onPage(fields, make.read(fields, entered).problems, { typed }).map(({ message }) => message)

  it('asks for a choice without listing codes, which stand below it', () => {
    expect(said(contact, { concern: 'x' })).toEqual(['Select the source.'])
    expect(said(contact, { source: '6' })).toEqual(['Enter what we were told.'])
  })

  it('says which part of a date is missing', () => {
    const typed = { person: { 'birthDate-day': '4', 'birthDate-month': '', 'birthDate-year': '' } }
    expect(said(contact, { source: '6', concern: 'x', person: { birthDate: '--04' } }, typed)).toEqual([
      'Enter the month and year of the date of birth.',
    ])
  })

  it('keeps the sentences of the rules, with labels in place of codes', () => {
    const refusal = {
      field: 'factors',
      rule: 'no-factors-alone',
      message: 'Select either 21 or the factors identified, not both.',
    }
    expect(onPage(factors, [refusal], {})[0]?.message).toBe(
      'Select either “No factors identified” or the factors identified, not both.',
    )
    const elsewhere = { rule: 'role', message: 'Only 21 people may do this.' }
    expect(onPage(factors, [elsewhere], {})).toEqual([elsewhere])
  })

  it('keeps the sentence a field brings of its own', () => {
    expect(said(contact, { source: '6', concern: 'x', person: { nhsNumber: '12' } })).toEqual([
      'Enter the NHS number as 10 digits.',
    ])
  })
})
