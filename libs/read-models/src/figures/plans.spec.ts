import { describe, expect, it } from '@jest/globals'
import { corrected, on, openedOn, recalled, rowsIn, told } from '../../testing/told.js'
import { cinPlan, conference, section47Concluded, strategyDiscussion } from '../../../case-flow/testing/steps.js'
import type { Step } from '../../../case-flow/testing/story.js'

const plannedOn = (day: string): readonly Step[] => [
  openedOn(day),
  strategyDiscussion(),
  section47Concluded('ICPC'),
  conference(),
]

const endPlan: Step = (story) =>
  void story.do('end-protection-plan', {
    ...{ plan: story.the('protectionPlan'), ending: 'NO_LONGER_NEEDED', reason: 'The harm has stopped.' },
  })

const closeCase: Step = (story) =>
  void story.do('close-case', { referral: story.the('referral'), closure: 'RC7', reason: 'No longer in need.' })

const review =
  (extra: object = {}): Step =>
  (story) =>
    void story.do('review-protection-plan', {
      ...{ plan: story.the('protectionPlan'), outcome: 'CONTINUE', reason: 'Still at risk.' },
      ...extra,
    })

describe('a child protection plan', () => {
  it('says which conference made it, its categories, and how many came before', () => {
    const { story, rows } = told(...plannedOn('2024-03-04'), on('2024-06-03'), review({ category: 'EMO' }))
    expect(rows.protection_plan).toMatchObject([
      {
        ...{ conference: story.the('conference'), started: '2024-03-04', ended: null, carried_over: 0 },
        ...{ category: 'NEG', latest_category: 'EMO', previous_plans: 0, previous_ended: null },
      },
    ])
    for (const step of [endPlan, closeCase, ...plannedOn('2025-06-02')]) step(story)
    expect(rowsIn(story).protection_plan).toMatchObject([
      { started: '2024-03-04', ended: '2024-06-03', previous_plans: 0, review_late: '2024-12-04' },
      {
        started: '2025-06-02',
        ended: null,
        previous_plans: 1,
        previous_ended: '2024-06-03',
        review_late: '2025-09-03',
      },
    ])
    expect(rowsIn(story).episode).toMatchObject([{ protection_plans: 1 }, { protection_plans: 1 }])
  })

  it('of an imported return that does not say how many came before shows those of the history, if there are any', () => {
    const plan = (id: string, start: string, previousPlans?: number) =>
      recalled('ProtectionPlanStarted', start, {
        ...{ plan: id, referral: 'r1', category: 'NEG', carriedOver: true },
        ...(previousPlans === undefined ? {} : { previousPlans }),
      })
    const { rows } = told(
      recalled('ReferralReceived', '2022-07-01', { referral: 'r1', source: '6' }),
      plan('second', '2024-02-01'),
      plan('first', '2022-07-20'),
      recalled('ProtectionPlanEnded', '2023-01-31', { plan: 'first', ending: 'NOT_STATED' }),
      plan('third', '2025-02-03', 4),
    )
    expect(rows.protection_plan).toMatchObject([
      { plan: 'first', previous_plans: null, previous_ended: null, carried_over: 1, visits_told: 0 },
      { plan: 'second', previous_plans: 1, previous_ended: '2023-01-31' },
      { plan: 'third', previous_plans: 4 },
    ])
  })

  it('has its reviews in the order of their days, whenever they were recorded', () => {
    const { story, rows } = told(...plannedOn('2025-06-02'), on('2025-12-01'), review())
    expect(rows.protection_plan).toMatchObject([{ review_late: '2025-09-03' }])
    on('2025-12-02')(story)
    story.do(
      'review-protection-plan',
      { plan: story.the('protectionPlan'), outcome: 'CONTINUE', reason: 'Still at risk.' },
      { at: '2025-08-20' },
    )
    const ofPlan = { plan: story.the('protectionPlan'), child: 'A1', kind: 'protectionPlan', outcome: 'CONTINUE' }
    expect(rowsIn(story).plan_review).toEqual([
      { ...ofPlan, number: 1, held: '2025-08-20' },
      { ...ofPlan, number: 2, held: '2025-12-01' },
    ])
    expect(rowsIn(story).protection_plan).toMatchObject([{ review_late: '2026-06-02' }])
  })

  it('knows when its visits were due, the late ones among them, and when the next is', () => {
    const visit: Step = (story) =>
      void story.do('make-visit', { plan: story.the('protectionPlan'), seen: true }, { as: 'social-worker' })
    const { story, rows } = told(...plannedOn('2025-06-02'))
    const none = { visit_due_first: null, visit_due_last: null, visit_late_first: null, visit_late_last: null }
    expect(rows.protection_plan).toMatchObject([{ ...none, visit_next: '2025-06-16', visits_told: 1 }])
    for (const day of ['2025-06-16', '2025-07-01', '2025-07-16', '2025-07-30'])
      for (const step of [on(day), visit]) step(story)
    expect(rowsIn(story).protection_plan).toMatchObject([
      {
        ...{ visit_due_first: '2025-06-16', visit_due_last: '2025-07-30', visit_next: '2025-08-13' },
        ...{ visit_late_first: '2025-06-30', visit_late_last: '2025-07-15' },
      },
    ])
    endPlan(story)
    expect(rowsIn(story).protection_plan).toMatchObject([{ visit_due_last: '2025-07-30', visit_next: null }])
  })
})

describe('a child in need plan', () => {
  it('has its start, its end, its reviews and its visits', () => {
    const { story, rows } = told(openedOn('2025-06-02'), cinPlan, on('2025-06-16'), (story) => {
      const plan = story.the('cinPlan')
      story.do('make-visit', { plan, seen: true, alone: false }, { as: 'social-worker' })
      story.do('make-visit', { plan, seen: false }, { as: 'social-worker' })
      story.do('review-cin-plan', { plan, outcome: 'END', reason: 'It worked.' })
    })
    const plan = story.the('cinPlan')
    expect(rows.cin_plan).toEqual([
      {
        plan,
        child: 'A1',
        referral: story.the('referral'),
        started: '2025-06-02',
        ended: '2025-06-16',
        visits_told: 1,
        ...{ visit_due_first: '2025-06-30', visit_due_last: '2025-06-30', visit_next: null },
        ...{ visit_late_first: null, visit_late_last: null },
      },
    ])
    expect(rows.plan_visit).toMatchObject([
      { plan, kind: 'cinPlan', made: '2025-06-16', seen: 1, alone: 0, bedroom: null },
      { plan, kind: 'cinPlan', made: '2025-06-16', seen: 0, alone: null, bedroom: null },
    ])
    expect(rows.plan_review).toMatchObject([{ plan, kind: 'cinPlan', number: 1, outcome: 'END' }])
    corrected('PlanVisitMade', { withdrawn: true })(story)
    expect(rowsIn(story).plan_visit).toMatchObject([{ seen: 1 }])
  })
})
