import { describe, expect, it } from '@jest/globals'
import { assessed, cinPlan, later, protectionPlan, referral } from '../../testing/steps.js'
import { given } from '../../testing/story.js'

type Ids = { the: (kind: 'referral' | 'cinPlan' | 'protectionPlan') => string }
const start = (s: Ids) => ({ referral: s.the('referral'), agreed: 'Weekly visits.' })

describe('a child in need plan', () => {
  it('starts in an open case, one at a time', () => {
    given(assessed)
      .when('start-cin-plan', start)
      .then(['CinPlanStarted', { agreed: 'Weekly visits.' }])
    given(assessed, cinPlan).when('start-cin-plan', start).refused('plan-open')
    given(referral).when('start-cin-plan', start).refused('stage')
  })

  it('follows another the day after that has ended, at the earliest', () => {
    const ended = given(
      assessed,
      cinPlan,
      later(10),
      (s) => void s.do('end-cin-plan', { plan: s.the('cinPlan'), ending: 'NO_LONGER_NEEDED', reason: 'Better.' }),
    )
    ended.when('start-cin-plan', start).refused('4014')
    later(1)(ended.story)
    ended.when('start-cin-plan', start).then('CinPlanStarted')
  })

  it('does not start during a child protection plan, but on the day that ends it may', () => {
    const protectedChild = given(protectionPlan, later(30))
    protectedChild.when('start-cin-plan', start).refused('4001', '4016')
    protectedChild.story.do('end-protection-plan', (s) => ({
      plan: s.the('protectionPlan'),
      ending: 'CIN_PLAN',
      reason: 'Risk is lower.',
    }))
    protectedChild.when('start-cin-plan', start).then('CinPlanStarted')
  })

  it('is reviewed, and ends by its review or by itself', () => {
    const review = (outcome: 'CONTINUE' | 'END') => (s: Ids) => ({
      plan: s.the('cinPlan'),
      outcome,
      reason: 'Progress.',
    })
    given(assessed, cinPlan, later(30)).when('review-cin-plan', review('CONTINUE')).then('CinPlanReviewed')
    given(assessed, cinPlan, later(30))
      .when('review-cin-plan', review('END'))
      .then('CinPlanReviewed', ['CinPlanEnded', { ending: 'NO_LONGER_NEEDED' }])
    given(assessed, cinPlan, later(30))
      .when('end-cin-plan', (s) => ({ plan: s.the('cinPlan'), ending: 'MOVED', reason: 'Moved away.' }))
      .then(['CinPlanEnded', { ending: 'MOVED' }])
  })
})

describe('a visit', () => {
  it('is made under either plan, whether or not the child was seen', () => {
    const story = given(assessed, cinPlan)
      .when('make-visit', (s) => ({ plan: s.the('cinPlan'), seen: false, note: 'Nobody in.' }))
      .then(['PlanVisitMade', { seen: false }])
    expect(story.history().state.visits).toHaveLength(1)
    given(protectionPlan)
      .when('make-visit', (s) => ({ plan: s.the('protectionPlan'), seen: true, alone: true, bedroom: true }))
      .then('PlanVisitMade')
    given(assessed).when('make-visit', { plan: 'none', seen: true }).refused('unknown-item')
  })
})
