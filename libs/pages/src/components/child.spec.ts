import { describe, expect, it } from '@jest/globals'
import { type Child, identityOf, eventsOf, unknownChild } from '@front-door/case-flow'
import fc from 'fast-check'
import { addDays } from '@front-door/calendar'
import { wordsOf } from '../../testing/browser.js'
import { aCase, wordsIn } from '../../testing/case.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import { ageInWords, childShown } from './child.js'

const on = '2025-06-10'
const person = (more: Partial<Child['person']>): Child => {
  const child = unknownChild('A1')
  return { ...child, person: { ...child.person, stage: 'living', ...more } }
}
const bar = (child: Child, identity = {}, more = {}) =>
  renderedMacro('components/child.njk', 'childBar', childShown(child, identity, { on, ...more }))

describe('who a page is about', () => {
  it('is told with name, age, birth, id and what nobody may overlook', () => {
    const story = aCase()
    const identity = identityOf(eventsOf(story.history()), wordsIn(story))
    const html = bar(story.history().state, identity, { restricted: true })
    expect(wordsOf(html)).toBe(
      'Robin Example Age 6 years old Birth Born 4 March 2019 Child id A1 Restricted record Domestic abuse Open case, not allocated',
    )
    expect(flawsIn(html)).toEqual([])
  })

  it('may be unborn, with a day it is expected', () => {
    const unborn = person({ stage: 'unborn', expectedBirthDate: '2025-10-01' })
    expect(wordsOf(bar(unborn, { motherName: 'Alex Example' }))).toContain(
      'Unborn child of Alex Example Age Unborn Birth Due 1 October 2025',
    )
  })

  it('may have died, or be part of another record, or be known by no name', () => {
    expect(wordsOf(bar(person({ stage: 'died', birthDate: '2020-01-01', deathDate: '2024-05-05' })))).toContain(
      'Died aged 4 years',
    )
    expect(wordsOf(bar(person({ stage: 'merged', mergedInto: 'B2' })))).toContain('Merged into another record')
    expect(wordsOf(bar(person({})))).toContain('Name not known Age Not known Birth Date of birth not known')
  })

  it('names the worker of the open case', () => {
    const story = aCase()
    story.do(
      'allocate-case',
      { referral: story.the('referral'), to: 'sam.lee', team: 'Assessment' },
      { as: 'team-manager' },
    )
    expect(wordsOf(bar(story.history().state, {}, { workerName: () => 'Sam Lee' }))).toContain('Open case: Sam Lee')
  })
})

describe('an age', () => {
  it.each([
    ['2025-06-10', '0 days'],
    ['2025-06-09', '1 day'],
    ['2025-05-20', '3 weeks'],
    ['2025-01-10', '5 months'],
    ['2023-06-11', '23 months'],
    ['2023-06-10', '2 years'],
    ['2008-02-29', '17 years'],
  ])('of somebody born on %s is %s', (born, age) => {
    expect(ageInWords(born, on)).toBe(age)
  })

  it('never shrinks from one day to the next', () => {
    const units = { day: 1, week: 7, month: 30.3, year: 365.2 }
    const size = (age: string) => {
      const [count, unit = ''] = age.split(' ')
      return Number(count) * (units[unit.replace(/s$/, '') as keyof typeof units] ?? 0)
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 0, max: 6000 }), (start, days) => {
        const born = addDays('2000-01-01', start)
        const today = addDays(born, days)
        expect(size(ageInWords(born, addDays(today, 1)))).toBeGreaterThanOrEqual(size(ageInWords(born, today)) - 4)
      }),
    )
  })
})
