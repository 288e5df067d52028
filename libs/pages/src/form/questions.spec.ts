import { describe, expect, it } from '@jest/globals'
import { codes, fields as make, flow } from '@front-door/case-flow'
import { attribute, wordsOf } from '../../testing/browser.js'
import { renderedMacro } from '../../testing/rendered.js'
import type { Asking } from './asking.js'
import { childDetails } from './child-details.js'
import { questionsFor } from './questions.js'

const on = '2026-11-21'
const decision = flow['decide-contact'].act.fields
const contact = flow['receive-contact'].act.fields
const asking = (fields: typeof decision, more: Partial<Asking> = {}) => questionsFor(fields, { on, ...more })
const page = (...given: Parameters<typeof asking>) => renderedMacro('form/questions.njk', 'questions', asking(...given))
const kinds = (...given: Parameters<typeof asking>) => asking(...given).map(({ field, as }) => `${field}: ${as}`)

describe('how each field is asked', () => {
  it('follows from what it is', () => {
    const fields = {
      outcome: make.code(codes.contactOutcome),
      source: make.code(codes.contactSource),
      agencies: make.codes(codes.agency),
      born: make.day('Date of birth'),
      at: make.moment('Time it happened'),
      seen: make.yesNo('The child was seen'),
      plans: make.count('Earlier plans'),
      reason: make.words('Reason'),
      name: make.words('Name', { max: 100 }),
      to: make.worker('Worker'),
    }
    expect(kinds(fields)).toEqual([
      'outcome: radios',
      'source: select',
      'agencies: checkboxes',
      'born: date',
      'at: moment',
      'seen: radios',
      'plans: input',
      'reason: textarea',
      'name: input',
      'to: input',
    ])
  })

  it('is a list to pick from wherever choices are handed in, for an item, a worker or a child', () => {
    const choices = { to: [{ value: 'sam.lee', text: 'Sam Lee', hint: '18 cases' }] }
    const html = page(flow['allocate-case'].act.fields, { choices, only: ['to'] })
    expect(html).toContain('value="sam.lee"')
    expect(wordsOf(html)).toBe('Allocated worker Sam Lee 18 cases')
    const together = { others: make.children('Children') }
    expect(kinds(together, { choices: { others: [{ value: 'A1', text: 'Robin' }] } })).toEqual(['others: checkboxes'])
  })

  it('says what may be left out, and offers a way back from an answer that is not needed', () => {
    const html = page(contact, { only: ['domesticAbuse', 'concern'] })
    expect(wordsOf(html)).toContain('Domestic abuse is a concern (optional) Yes No Not recorded')
    expect(wordsOf(html)).not.toContain('What we were told (optional)')
  })

  it('says nothing of how words are kept, and lets no browser remember them', () => {
    const html = page(contact)
    expect(html).not.toMatch(/sealed/i)
    const inputs = [...html.matchAll(/<input[^>]*type="text"[^>]*>|<textarea[^>]*>/g)].map(([input]) => input)
    expect(inputs.length).toBeGreaterThan(10)
    expect(inputs.filter((input) => attribute(input, 'autocomplete') !== 'off')).toEqual([])
  })
})

describe('the codes that may be picked', () => {
  const factors = flow['complete-assessment'].act.fields

  it('are those in use on the day', () => {
    expect(page(factors, { only: ['factors'], on: '2019-06-01' })).toContain('value="18A"')
    expect(page(factors, { only: ['factors'] })).not.toContain('value="18A"')
    expect(page(factors, { only: ['factors'] })).toContain('value="18B"')
  })

  it('keep what was picked when it still was', () => {
    expect(page(factors, { only: ['factors'], values: { factors: ['18A'] } })).toMatch(/value="18A"[^>]* checked/)
  })

  it('leave out what only an import may say', () => {
    const imported = codes.assessmentOutcome.codes.filter((entry) => 'imported' in entry)
    const html = page({ outcome: make.code(codes.assessmentOutcome) })
    expect(imported.length).toBeGreaterThan(0)
    for (const { code } of imported) expect(html).not.toContain(`value="${code}"`)
  })

  it('are called what the council calls them, in the hint as well', () => {
    const words = { 'contactOutcome.EH_REFERRAL': 'Family Help' }
    expect(wordsOf(page(decision, { words }))).toContain('Family Help')
    expect(wordsOf(page(factors, { only: ['factors'] }))).toContain('“No factors identified” alone when there is none')
  })
})

describe('a form', () => {
  it('takes only some fields, in another order, under headings of its own', () => {
    const fieldsets = [{ legend: 'Who told us', fields: ['source', 'agency'] }]
    const list = asking(contact, { only: ['concern', 'source', 'need', 'agency'], fieldsets })
    expect(list.map(({ field }) => field)).toEqual(['concern', 'source-agency', 'need'])
    expect(list[1]?.questions?.map(({ field }) => field)).toEqual(['source', 'agency'])
  })

  it('sends some of its values unseen', () => {
    const html = page(decision, { hidden: ['contact'], values: { contact: 'c-1' }, only: ['contact'] })
    expect(html.trim()).toBe('<input type="hidden" name="contact" value="c-1">')
  })

  it('asks for each of several children under names of their own', () => {
    const html = page(contact, { only: ['person'], at: 'children[1]', values: { person: { givenName: 'Bo' } } })
    expect(html).toContain('id="children-1-person-givenName" name="children[1][person][givenName]"')
    expect(html).toContain('name="children[1][person][birthDate-day]"')
    expect(html).toContain('value="Bo"')
  })

  it('asks for the name of a child before anything else about the child', () => {
    const [person] = asking(contact, { only: ['person'], groups: { person: childDetails } })
    expect(person?.questions?.[0]?.field).toBe('person.givenName')
    expect(person?.questions).toHaveLength(Object.keys(contact['person']?.fields ?? {}).length)
  })

  it('that narrows a list needs no answer, and says that none means any', () => {
    const html = page({ outcome: make.code(codes.contactOutcome) }, { asFilter: true })
    expect(wordsOf(html)).toMatch(/^Outcome Any No further action/)
  })
})

describe('what was typed wrongly', () => {
  const typed = { 'birthDate-day': '31', 'birthDate-month': '2', 'birthDate-year': '2019', givenName: ' <i>Tom ' }
  const fields = flow['register-person'].act.fields
  const problems = [{ field: 'birthDate', rule: 'day', message: 'Enter a day that exists.' }]
  const html = page(fields, { typed, problems, only: ['givenName', 'birthDate'] })

  it('stands there again as it was typed, and nothing of it is markup', () => {
    expect(html).toContain('value=" &lt;i&gt;Tom "')
    expect(html).toMatch(/id="birthDate-day"[^>]*value="31"/)
  })

  it('has its problem beside it, told to screen readers with it', () => {
    expect(html).toMatch(/<p id="birthDate-error"[^>]*>\s*<span[^>]*>Error:<\/span> Enter a day that exists\./)
    expect(html).toMatch(/aria-describedby="birthDate-hint birthDate-error"/)
  })

  it('is told to screen readers for a time as well', () => {
    const when = { at: make.moment('Time it happened') }
    const wrong = page(when, { typed: { 'at-day': '31' }, problems: [{ field: 'at', message: 'Enter the month.' }] })
    expect(wrong).toMatch(/<fieldset[^>]* aria-describedby="at-hint at-error"/)
    expect(wordsOf(wrong)).toContain('Enter the month. Day Month Year')
  })

  it('goes before what stood there, also a date that came whole in an address', () => {
    const values = { birthDate: '2001-01-01', givenName: 'Robin' }
    const years = (more: object) =>
      /id="birthDate-year"[^>]*value="([^"]*)"/.exec(page(fields, { values, only: ['birthDate'], ...more }))?.[1]
    expect(years({})).toBe('2001')
    expect(years({ typed: { birthDate: '2019-06-04' } })).toBe('2019')
    expect(years({ typed: {} })).toBe('')
  })

  it('marks only the box that is wrong', () => {
    const marked = (year: string) => {
      const wrong = page(fields, { typed: { ...typed, 'birthDate-day': '1', 'birthDate-year': year }, problems })
      return [
        ...wrong.matchAll(/class="[^"]*govuk-input--error[^"]*" id="([^"]*)"|id="([^"]*)"[^>]*govuk-input--error/g),
      ].map(([, one, other]) => one ?? other)
    }
    expect(marked('')).toEqual(['birthDate-year'])
    expect(marked('19')).toEqual(['birthDate-year'])
  })
})
