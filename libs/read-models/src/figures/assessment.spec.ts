import { describe, expect, it } from '@jest/globals'
import { corrected, on, openedOn, recalled, rowsIn, told } from '../../testing/told.js'
import { assessment, authorised, completed } from '../../../case-flow/testing/steps.js'
import type { Step } from '../../../case-flow/testing/story.js'

const seen: Step = (story) =>
  void story.do('see-child', { about: story.the('assessment'), alone: true, seen: 'Well and talkative.' })

/** Referred on the first day, assessment started on the second, authorised on the third. */
const assessedOn = (referred: string, started: string, finished: string) =>
  told(openedOn(referred), on(started), assessment, on(finished), completed(), authorised)

const daysOf = (referred: string, started: string, finished: string) =>
  assessedOn(referred, started, finished).rows.assessment.map(({ days, days_from_referral }) => [
    days,
    days_from_referral,
  ])

describe('an assessment', () => {
  it('has its working days from its start and from the referral', () => {
    expect(daysOf('2025-05-01', '2025-05-01', '2025-07-04')).toEqual([[44, 44]])
    expect(daysOf('2025-05-01', '2025-05-01', '2025-07-07')).toEqual([[45, 45]])
    expect(daysOf('2025-05-01', '2025-05-06', '2025-07-08')).toEqual([[44, 46]])
    expect(daysOf('2025-06-07', '2025-06-07', '2025-06-09')).toEqual([[1, 1]])
    expect(daysOf('2026-03-27', '2026-03-27', '2026-04-09')).toEqual([[7, 7]])
    expect(daysOf('2025-06-02', '2025-06-02', '2025-06-02')).toEqual([[0, 0]])
  })

  it('that is open has a day on which it is due, and no days', () => {
    const { story, rows } = told(openedOn('2025-06-02'), assessment)
    expect(rows.assessment).toMatchObject([
      { started: '2025-06-02', stage: 'started', due: '2025-08-04', authorised: null, days: null, seen: null },
    ])
    on('2025-06-04')(story)
    seen(story)
    expect(rowsIn(story).assessment).toMatchObject([{ seen: '2025-06-04', imported: 0 }])
    expect(rowsIn(story).assessment).toMatchObject([{ worker: 'the-social-worker', team: 'MASH' }])
  })

  it('follows a correction of its start', () => {
    const { story } = assessedOn('2025-05-01', '2025-05-06', '2025-07-08')
    corrected('AssessmentStarted', { changed: { occurredAt: '2025-05-02' } })(story)
    expect(rowsIn(story).assessment).toMatchObject([{ started: '2025-05-02', days: 45, days_from_referral: 46 }])
    expect(rowsIn(story).episode).toMatchObject([{ first_assessment: '2025-05-02', assessment_wait: 1 }])
  })

  it('has each of its factors once', () => {
    const { rows } = told(
      openedOn('2025-06-02'),
      assessment,
      completed({ outcome: 'PROV_OF_SERVICES', factors: ['4B', '3A'] }),
    )
    expect(rows.assessment_factor.map(({ factor }) => factor)).toEqual(['4B', '3A'])
    expect(rows.assessment).toMatchObject([
      { outcome: 'PROV_OF_SERVICES', stage: 'completed', completed: '2025-06-02', nfa: 0 },
    ])
    expect(rows.episode).toMatchObject([{ authorised_assessments: 0 }])
  })

  it('of an imported return counts without an outcome or a worker of ours', () => {
    const { story, rows } = told(
      recalled('ReferralReceived', '2024-07-01', { referral: 'r1', source: '6' }),
      recalled('ReferralDecided', '2024-07-01', {
        referral: 'r1',
        outcome: 'NOT_STATED',
        need: 'N1',
        dateUnknown: true,
      }),
      recalled('AssessmentStarted', '2024-07-03', { assessment: 'a1', referral: 'r1' }),
      recalled('AssessmentCompleted', '2024-09-04', { assessment: 'a1', outcome: 'NOT_STATED', factors: ['21'] }),
      recalled('AssessmentAuthorised', '2024-09-04', { assessment: 'a1' }),
    )
    expect(rows.assessment).toMatchObject([
      { days: 44, days_from_referral: 46, outcome: 'NOT_STATED', nfa: null, imported: 1, worker: 'cin-census' },
    ])
    expect(rows.episode).toMatchObject([{ authorised_assessments: 1, first_assessment: '2024-07-03' }])
    recalled('CaseClosed', '2024-09-30', { referral: 'r1', closure: 'RC8' })(story)
    expect(rowsIn(story).assessment).toMatchObject([{ outcome: 'NOT_STATED', nfa: 1 }])
  })
})
