import { describe, expect, it } from '@jest/globals'
import {
  assessment,
  authorised,
  completed,
  contact,
  later,
  openCase,
  referral,
  strategyDiscussion,
} from '../../testing/steps.js'
import { given } from '../../testing/story.js'

const the = (s: { the: (kind: 'assessment') => string }) => ({ assessment: s.the('assessment') })
const finish =
  (extra: object = {}) =>
  (s: Parameters<typeof the>[0]) => ({
    ...the(s),
    outcome: 'NFA' as const,
    factors: ['21'] as const,
    analysis: 'What it comes to.',
    ...extra,
  })

describe('an assessment', () => {
  it('starts in an open case, one at a time', () => {
    given(openCase)
      .when('start-assessment', (s) => ({ referral: s.the('referral') }))
      .then('AssessmentStarted')
    given(openCase, assessment)
      .when('start-assessment', (s) => ({ referral: s.the('referral') }))
      .refused('assessment-under-way')
    given(referral)
      .when('start-assessment', (s) => ({ referral: s.the('referral') }))
      .refused('stage')
    given(openCase, assessment, completed(), authorised, later(1))
      .when('start-assessment', (s) => ({ referral: s.the('referral') }))
      .then('AssessmentStarted')
  })

  it('does not start before the referral', () => {
    given(openCase)
      .when('start-assessment', (s) => ({ referral: s.the('referral') }), { at: '2025-06-01' })
      .refused('before-its-start')
  })

  it('records that the child was seen, for the assessment, the referral or the enquiry', () => {
    for (const kind of ['assessment', 'referral', 'section47'] as const) {
      const story = given(openCase, assessment, strategyDiscussion())
        .when('see-child', (s) => ({ about: s.the(kind), alone: true, seen: 'Quiet at first.' }))
        .then(['ChildSeen', { alone: true }])
      expect(story.history().state.sightings).toHaveLength(1)
    }
  })

  it('is reviewed by a manager on the way', () => {
    given(openCase, assessment, later(14))
      .when('review-assessment', (s) => ({ ...the(s), outcome: 'ON_TRACK', note: 'Seen twice.' }))
      .then(['AssessmentReviewed', { outcome: 'ON_TRACK' }])
    given(openCase, assessment)
      .when('review-assessment', (s) => ({ ...the(s), outcome: 'ON_TRACK', note: 'x' }), { as: 'social-worker' })
      .refused('role')
  })

  it('is completed with its outcome, factors and analysis, late entry included', () => {
    given(openCase, assessment, later(30))
      .when('complete-assessment', finish({ outcome: 'PROV_OF_SERVICES', factors: ['3B', '4B'] }), { at: '2025-06-20' })
      .then(['AssessmentCompleted', { outcome: 'PROV_OF_SERVICES', factors: ['3B', '4B'] }])
  })

  it('has factors that fit: none beside 21, 21 only where nothing follows, none that was not in use', () => {
    const at = given(openCase, assessment)
    at.when('complete-assessment', finish({ factors: ['21', '4B'] })).refused('no-factors-alone')
    at.when('complete-assessment', finish({ outcome: 'PROV_OF_SERVICES' })).refused('no-factors-no-action')
    at.when('complete-assessment', finish({ factors: ['18A'] })).refused('code-not-in-use')
  })

  it('is authorised by a manager who had no part in it', () => {
    given(openCase, assessment, completed()).when('authorise-assessment', the).then('AssessmentAuthorised')
    given(openCase, assessment, completed()).when('authorise-assessment', the, { as: 'social-worker' }).refused('role')
    const [refusal] = given(
      openCase,
      assessment,
      (s) => void s.do('complete-assessment', finish(), { as: 'team-manager', by: 'ali.khan' }),
    )
      .when('authorise-assessment', the, { as: 'team-manager', by: 'ali.khan' })
      .refused('own-assessment')
    expect(refusal?.message).toBe(
      'You worked on this assessment, so you cannot authorise it. Ask another manager to authorise it.',
    )
    given(
      openCase,
      (s) => void s.do('start-assessment', { referral: s.the('referral') }, { as: 'team-manager', by: 'ali.khan' }),
      completed(),
    )
      .when('authorise-assessment', the, { as: 'team-manager', by: 'ali.khan' })
      .refused('own-assessment')
  })

  it('goes back to its author with a reason, is completed again and then authorised', () => {
    const story = given(openCase, assessment, completed())
      .when('return-assessment', (s) => ({ ...the(s), reason: 'The history is missing.' }))
      .then(['AssessmentReturned', { reason: 'The history is missing.' }])
    expect(story.ask(story.command('authorise-assessment', the))).toMatchObject({ refusals: [{ rule: 'stage' }] })
    story
      .do('complete-assessment', finish({ history: 'Two earlier referrals.' }), { as: 'social-worker' })
      .do('authorise-assessment', the)
    expect(story.history().state.assessments[0]).toMatchObject({
      stage: 'authorised',
      written: ['analysis', 'history'],
    })
  })

  it('is not authorised before it is complete', () => {
    given(openCase, assessment).when('authorise-assessment', the).refused('stage')
    given(openCase, assessment, later(3), completed())
      .when('authorise-assessment', the, { at: '2025-06-03' })
      .refused('before-its-start')
  })
})

describe('a safety plan', () => {
  it('is written and shared, at whatever stage', () => {
    for (const [step, kind] of [
      [contact(), 'contact'],
      [referral, 'referral'],
    ] as const)
      given(step)
        .when('share-safety-plan', (s) => ({
          about: s.the(kind),
          sharedWith: ['PARENTS'],
          plan: 'Grandma stays tonight.',
        }))
        .then(['SafetyPlanShared', { sharedWith: ['PARENTS'] }])
  })
})
