import { describe, expect, it } from '@jest/globals'
import { agreed } from '../../testing/council.js'
import { isRange, settingIds, settings, whyNot } from '../index.js'
import { derivingAgain, rehearsed } from './rehearsed.js'
import { type FigureSetting, otherThanAgreed } from './settings.js'

describe('a setting', () => {
  it('may be what it is unless told, and any of its choices', () => {
    for (const id of settingIds) {
      const { choices, fallback }: FigureSetting = settings[id]
      const values = isRange(choices) ? [String(choices.least), String(choices.most)] : Object.keys(choices)
      for (const value of [fallback, ...values]) expect([id, value, whyNot(id, value)]).toEqual([id, value, undefined])
      expect(whyNot(id, 'something else')).toMatch(
        new RegExp(`^(Select one of|Enter a whole number from) .* for ${id}.$`),
      )
    }
    expect(whyNot('assessment-limit', '0')).toBe('Enter a whole number from 1 to 250 for assessment-limit.')
    expect(whyNot('colour', 'red')).toBe('There is no setting called colour.')
  })

  it('is a rehearsal only where it is other than agreed', () => {
    expect(otherThanAgreed({ 'assessment-clock': 'start', 'decision-limit': '2' })).toEqual({ 'decision-limit': '2' })
    expect(otherThanAgreed()).toEqual({})
  })
})

describe('what is agreed, rehearsed', () => {
  it('has the limits and the calendar that were chosen, and all else as it was', () => {
    const chosen = { 'bank-holidays': 'ignored', 'cin-visit-limit': '15', 'decision-limit': '2' } as const
    const deriving = derivingAgain(chosen)
    expect(deriving).toEqual({ 'bank-holidays': 'ignored', 'cin-visit-limit': '15' })
    const { policies, calendars } = rehearsed(agreed, deriving)
    expect(policies[0]?.timescales.cinVisit.limit).toEqual({ workingDays: 15 })
    expect(policies[0]?.timescales.protectionVisit).toEqual(agreed.policies[0]?.timescales.protectionVisit)
    expect(calendars[0]).toMatchObject({ holidays: {}, first: agreed.calendars[0]?.first })
    expect(rehearsed(agreed, {})).toEqual(agreed)
  })
})
