import { describe, expect, it } from '@jest/globals'
import { defaultPolicy } from '@front-door/policy'
import { contact } from '../../testing/steps.js'
import { type Step, Story } from '../../testing/story.js'
import { datesInDoubt, eventsOf, longAgo } from '../index.js'

const policies = [defaultPolicy]

describe('a contact that is said to have come in long ago', () => {
  it('is asked about where it is further back than the policy takes as usual', () => {
    const asked = (day: string, on = '2025-06-04') => longAgo(day, on, policies)
    expect(asked('2025-05-04')).toBeUndefined()
    expect(asked('2025-06-05')).toBeUndefined()
    expect(asked('2025-05-03')).toBe('3 May 2025, more than 31 days ago')
    expect(asked('2025-02-04T10:00+00:00')).toBe('4 February 2025, more than 3 months ago')
    expect(asked('2024-06-04')).toBe('4 June 2024, more than 11 months ago')
    expect(asked('2024-06-03')).toBe('3 June 2024, more than 1 year ago')
    expect(asked('2021-01-01', '2026-06-04')).toBe('1 January 2021, more than 5 years ago')
    const patient = { ...defaultPolicy, thresholds: { ...defaultPolicy.thresholds, longAgoDays: 400 } }
    expect(longAgo('2024-06-03', '2025-06-04', [patient])).toBeUndefined()
  })

  it('is recorded all the same, and told as what is missing is told', () => {
    const said = (...steps: readonly Step[]) => {
      const story = new Story()
      for (const step of steps) step(story)
      return datesInDoubt(eventsOf(story.history()), policies)
    }
    const advised: Step = (story) =>
      void story.do(
        'give-consultation',
        {
          ...{ source: '2A', question: 'Is this for us?', advice: 'Talk to them.', followUp: 'NOTHING' },
        },
        { at: '2024-01-05' },
      )
    expect(said(contact({}, { at: '2025-05-30' }))).toEqual([])
    expect(said(contact({}, { at: '2020-06-01' }), advised)).toEqual([
      {
        ...{ what: 'date', kind: 'contact', about: expect.any(String) },
        says: 'The contact is dated 1 June 2020, more than 5 years ago. Correct when it happened if that is not right.',
      },
      expect.objectContaining({ kind: 'consultation' }),
    ])
  })
})
