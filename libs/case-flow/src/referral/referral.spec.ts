import { describe, expect, it } from '@jest/globals'
import { assessed, later, openCase, referral, referralDecided, registered } from '../../testing/steps.js'
import { given } from '../../testing/story.js'

const decision =
  (
    outcome:
      'NFA' | 'ADVICE' | 'ASSESSMENT' | 'STRATEGY_S47' | 'TRANSFER' | 'OTHER' | 'CP_TRANSFER_IN' | 'STEP_DOWN_EH',
  ) =>
  (story: { the: (kind: 'referral') => string }) => ({
    referral: story.the('referral'),
    outcome,
    need: 'N1' as const,
    reason: 'Because.',
  })

describe('receiving a referral', () => {
  it('is recorded where it comes as one', () => {
    const story = given(registered)
      .when('receive-referral', { source: '2A', concern: 'Bruises.' })
      .then(['ReferralReceived', { source: '2A' }])
    expect(story.history().state.referrals[0]?.stage).toBe('received')
  })

  it('is refused while one is undecided or a case is open', () => {
    for (const before of [referral, openCase])
      given(before).when('receive-referral', { source: '2A', concern: 'Bruises.' }).refused('case-already-open')
  })

  it('opens a closed case again, as a new episode', () => {
    const story = given(
      assessed,
      (s) => void s.do('close-case', { referral: s.the('referral'), closure: 'RC7', reason: 'Done.' }),
    )
      .when('receive-referral', { source: '6', concern: 'Again.' })
      .then('ReferralReceived')
    expect(story.history().state.referrals.map(({ stage }) => stage)).toEqual(['closed', 'received'])
  })
})

describe('deciding on a referral', () => {
  it.each(['NFA', 'ADVICE', 'TRANSFER'] as const)('%s ends it there', (outcome) => {
    const story = given(referral).when('decide-referral', decision(outcome)).then(['ReferralDecided', { outcome }])
    expect(story.history().state.referrals[0]).toMatchObject({ stage: 'closed', nfa: true, outcome })
  })

  it.each(['ASSESSMENT', 'STRATEGY_S47', 'CP_TRANSFER_IN', 'OTHER'] as const)('%s opens a case', (outcome) => {
    const story = given(referral)
      .when('decide-referral', decision(outcome))
      .then(['ReferralDecided', { outcome, need: 'N1' }])
    expect(story.history().state.referrals[0]).toMatchObject({ stage: 'open', nfa: false, need: 'N1' })
  })

  it('early help is proposed a step-down, with what it is asked to do', () => {
    given(referral).when('decide-referral', decision('STEP_DOWN_EH')).refused('actions-missing')
    const story = given(referral)
      .when('decide-referral', (s) => ({ ...decision('STEP_DOWN_EH')(s), actions: 'A parenting course.' }))
      .then('ReferralDecided', ['StepDownProposed', { actions: 'A parenting course.' }])
    expect(story.history().state.stepDowns[0]?.stage).toBe('proposed')
  })

  it('that goes on needs a primary need, unless the contact gave one', () => {
    given(referral)
      .when('decide-referral', (s) => ({ referral: s.the('referral'), outcome: 'ASSESSMENT', reason: 'Because.' }))
      .refused('need-missing')
    given(registered, (s) => void s.do('receive-referral', { source: '2A', concern: 'Bruises.', need: 'N5' }))
      .when('decide-referral', (s) => ({ referral: s.the('referral'), outcome: 'ASSESSMENT', reason: 'Because.' }))
      .then(['ReferralDecided', { need: 'N5' }])
  })

  it('is made once, by somebody whose role allows it', () => {
    given(referral, referralDecided('NFA')).when('decide-referral', decision('ASSESSMENT')).refused('stage')
    given(referral).when('decide-referral', decision('NFA'), { as: 'business-support' }).refused('role')
  })

  it('ends red without action only with a manager’s oversight', () => {
    const red = given(
      referral,
      (s) => void s.do('rate-priority', { about: s.the('referral'), priority: 'RED', reason: 'Harm.' }),
    )
    red.when('decide-referral', decision('NFA')).refused('red-ends-with-oversight')
    red.story.do('record-oversight', (s) => ({ about: s.the('referral'), view: 'AGREE', rationale: 'Explained.' }))
    given(referral, (s) => void s.do('rate-priority', { about: s.the('referral'), priority: 'RED', reason: 'Harm.' }))
      .when('decide-referral', decision('ASSESSMENT'))
      .then('ReferralDecided')
  })

  it('a second referral on the day of one that ended without action can be accepted: returns count the two as one', () => {
    given(referral, referralDecided('NFA'), (s) => void s.do('receive-referral', { source: '6', concern: 'Now this.' }))
      .when('decide-referral', decision('ASSESSMENT'))
      .then('ReferralDecided')
  })
})

describe('allocating a case', () => {
  const to = (worker: string) => (s: { the: (kind: 'referral') => string }) => ({
    referral: s.the('referral'),
    to: worker,
    team: 'Assessment 1',
  })

  it('gives it to a worker, once', () => {
    const story = given(openCase)
      .when('allocate-case', to('sam.lee'))
      .then(['CaseAllocated', { to: 'sam.lee' }])
    expect(story.history().state.referrals[0]?.allocated).toMatchObject({ to: 'sam.lee', team: 'Assessment 1' })
    expect(story.ask(story.command('allocate-case', to('kim.day')))).toMatchObject({
      refusals: [{ rule: 'already-allocated' }],
    })
  })

  it('passes it on with the reason for the change, and keeps when it was first allocated', () => {
    const change = { change: 'LEFTRL' as const, reason: 'Handed over in person.' }
    given(openCase)
      .when('reallocate-case', (s) => ({ ...to('kim.day')(s), ...change }))
      .refused('not-allocated')
    const story = given(openCase, (s) => void s.do('allocate-case', to('sam.lee')), later(5))
    story.when('reallocate-case', (s) => ({ ...to('sam.lee')(s), ...change })).refused('same-worker')
    const passed = story.when('reallocate-case', (s) => ({ ...to('kim.day')(s), ...change })).then('CaseReallocated')
    expect(passed.history().state.referrals[0]).toMatchObject({
      allocated: { to: 'kim.day' },
      firstAllocatedAt: '2025-06-02T09:03+01:00',
    })
  })

  it('is a manager’s', () => {
    given(openCase).when('allocate-case', to('sam.lee'), { as: 'social-worker' }).refused('role')
    given(referral).when('allocate-case', to('sam.lee')).refused('stage')
  })
})
