import { describe, expect, it } from '@jest/globals'
import { flow } from '@front-door/case-flow'
import { answerRows } from './answers.js'
import { changedFrom, fieldsToCorrect } from './change-fields.js'

const contact = flow['receive-contact'].act.fields
const values = {
  source: '6',
  domesticAbuse: true,
  concern: 'Heard <b>.\nTwice.',
  person: { givenName: 'Robin', birthDate: '2019-03-04', disabilities: ['HEAR', 'VIS'] },
}

describe('the answers before they are recorded', () => {
  const rows = answerRows(contact, { values, changeAt: '/record', words: { 'contactSource.6': 'The police' } })
  const shown = Object.fromEntries(rows.map(({ key, value }) => [key.text, value.text ?? value.html]))

  it('are told in words, in lines as they were typed, with what was left out', () => {
    expect(shown).toMatchObject({
      Source: 'The police',
      'Domestic abuse is a concern': 'Yes',
      'What we were told': 'Heard &lt;b&gt;.<br>Twice.',
      'Date of birth': '4 March 2019',
      Disabilities: 'Hearing, Vision',
      'How it was received': 'Not recorded',
    })
  })

  it('each lead back to their own question, saying which', () => {
    const link = (label: string) => rows.find(({ key }) => key.text === label)?.actions?.items[0]
    expect(link('Source')).toEqual({ href: '/record#source', text: 'Change', visuallyHiddenText: 'source' })
    expect(link('Date of birth')?.href).toBe('/record#person-birthDate-day')
  })

  it('say nothing of the parts of a child that were not told', () => {
    expect(shown).not.toHaveProperty('Family name')
  })
})

describe('a correction', () => {
  it('may change anything an event said but what it was about', () => {
    const fields = fieldsToCorrect('ContactDecided')
    expect(Object.keys(fields)).toEqual(['outcome', 'reason', 'occurredAt'])
    expect(Object.values(fields).some(({ required }) => required)).toBe(false)
  })

  it('is only what differs from what stood there', () => {
    const before = { outcome: 'NFA', reason: 'Why.', factors: ['1A'] }
    expect(changedFrom(before, { outcome: 'SIGNPOST', reason: 'Why.', factors: ['1A'] })).toEqual({
      outcome: 'SIGNPOST',
    })
  })
})
