import { describe, expect, it } from '@jest/globals'
import {
  assessed,
  cinPlan,
  contact,
  contactDecided,
  later,
  openCase,
  protectionPlan,
  referral,
  referralDecided,
} from '../../testing/steps.js'
import { registered, section47Concluded, strategyDiscussion } from '../../testing/steps.js'
import { given } from '../../testing/story.js'

type Ids = { the: (kind: 'referral' | 'contact' | 'section47' | 'protectionPlan') => string }
const discuss =
  (kind: 'referral' | 'contact', extra: object = {}) =>
  (s: Ids) => ({
    about: s.the(kind),
    agencies: ['POLICE', 'HEALTH'] as const,
    outcome: 'SECTION_47' as const,
    reason: 'Cause to suspect harm.',
    ...extra,
  })
const confer =
  (extra: object = {}) =>
  (s: Ids) => ({
    referral: s.the('referral'),
    section47: s.the('section47'),
    kind: 'INITIAL' as const,
    outcome: 'CP' as const,
    category: 'NEG' as const,
    reason: 'Likely to suffer harm.',
    ...extra,
  })

describe('a strategy discussion', () => {
  it('starts a section 47 enquiry in an open case', () => {
    given(openCase)
      .when('hold-strategy-discussion', discuss('referral', { enquiryBy: 'JOINT' }))
      .then(
        ['StrategyDiscussionHeld', { agencies: ['POLICE', 'HEALTH'] }],
        ['Section47Started', { enquiryBy: 'JOINT' }],
      )
  })

  it('is itself the decision on a referral that has not been decided', () => {
    given(referral)
      .when('hold-strategy-discussion', discuss('referral', { need: 'N1' }))
      .then(['ReferralDecided', { outcome: 'STRATEGY_S47', need: 'N1' }], 'StrategyDiscussionHeld', 'Section47Started')
  })

  it('makes a contact a referral and accepts it, so that nothing holds up the enquiry', () => {
    const story = given(contact())
      .when('hold-strategy-discussion', discuss('contact'))
      .then(
        ['ContactDecided', { outcome: 'CIN_REFERRAL' }],
        'ReferralReceived',
        ['ReferralDecided', { need: 'N0' }],
        'StrategyDiscussionHeld',
        'Section47Started',
      )
    expect(story.history().state.section47s[0]?.referral).toBe(story.the('referral'))
  })

  it('about a contact while a case is open belongs to that case', () => {
    given(openCase, contact())
      .when('hold-strategy-discussion', discuss('contact'))
      .then(['ContactDecided', { outcome: 'OPEN_CASE' }], 'StrategyDiscussionHeld', 'Section47Started')
  })

  it('may be recorded without its reason, which stays visibly outstanding until it is given', () => {
    const story = given(referral)
      .when('hold-strategy-discussion', discuss('referral', { reason: undefined }))
      .then('ReferralDecided', 'StrategyDiscussionHeld', 'Section47Started')
    expect(story.history().state.unexplained).toMatchObject([{ type: 'StrategyDiscussionHeld' }])
    story.do('give-reason', { event: story.eventId('StrategyDiscussionHeld'), reason: 'Cause to suspect harm.' })
    expect(story.history().state.unexplained).toEqual([])
    expect(story.ask(story.command('give-reason', { event: 'x', reason: 'Again.' }))).toMatchObject({
      refusals: [{ rule: 'no-reason-due' }],
    })
  })

  it('needs no evidence at all: no consent, voice, oversight or priority', () => {
    given(registered, contact())
      .when('hold-strategy-discussion', discuss('contact'))
      .then('ContactDecided', 'ReferralReceived', 'ReferralDecided', 'StrategyDiscussionHeld', 'Section47Started')
  })

  it('that decides otherwise starts no enquiry', () => {
    given(openCase)
      .when('hold-strategy-discussion', discuss('referral', { outcome: 'ASSESSMENT' }))
      .then(['StrategyDiscussionHeld', { outcome: 'ASSESSMENT' }])
  })

  it('during an enquiry is a further discussion, not a second enquiry', () => {
    given(openCase, strategyDiscussion())
      .when('hold-strategy-discussion', discuss('referral'))
      .then('StrategyDiscussionHeld')
  })
})

describe('a section 47 enquiry', () => {
  const conclude = (outcome: 'ICPC' | 'S17' | 'NFA') => (s: Ids) => ({
    section47: s.the('section47'),
    outcome,
    reason: 'What was found.',
  })

  it('ends without a conference, or waits for one', () => {
    const ends = given(openCase, strategyDiscussion())
      .when('conclude-section-47', conclude('S17'))
      .then('Section47Concluded')
    expect(ends.history().state.section47s[0]).toMatchObject({ stage: 'ended', conferenceNotRequired: true })
    const waits = given(openCase, strategyDiscussion())
      .when('conclude-section-47', conclude('ICPC'))
      .then('Section47Concluded')
    expect(waits.history().state.section47s[0]).toMatchObject({
      stage: 'awaiting-conference',
      conferenceNotRequired: false,
    })
  })

  it('is concluded once', () => {
    given(openCase, strategyDiscussion(), section47Concluded('S17'))
      .when('conclude-section-47', conclude('ICPC'))
      .refused('stage')
  })

  it('can follow another that ended without a conference', () => {
    given(openCase, strategyDiscussion(), section47Concluded('NFA'), later(30))
      .when('hold-strategy-discussion', discuss('referral'))
      .then('StrategyDiscussionHeld', 'Section47Started')
  })

  it('does not start on the day of the conference of another', () => {
    given(protectionPlan).when('hold-strategy-discussion', discuss('referral')).refused('8890')
  })
})

describe('a child protection conference', () => {
  const waiting = [openCase, strategyDiscussion(), section47Concluded('ICPC')] as const

  it('starts the plan on its day, counting earlier plans', () => {
    const story = given(...waiting)
      .when('hold-conference', confer())
      .then(['ConferenceHeld', { outcome: 'CP' }], ['ProtectionPlanStarted', { category: 'NEG', previousPlans: 0 }])
    expect(story.history().state.section47s[0]).toMatchObject({
      stage: 'ended',
      conferenceAt: '2025-06-02T09:05+01:00',
    })
  })

  it('counts the plans there have been', () => {
    const again = given(
      protectionPlan,
      later(20),
      (s) =>
        void s.do('end-protection-plan', {
          plan: s.the('protectionPlan'),
          ending: 'NO_LONGER_NEEDED',
          reason: 'Safe.',
        }),
      later(30),
    )
    for (const step of [strategyDiscussion(), section47Concluded('ICPC')]) step(again.story)
    again.when('hold-conference', confer()).then('ConferenceHeld', ['ProtectionPlanStarted', { previousPlans: 1 }])
  })

  it('ends a child in need plan that a protection plan takes the place of', () => {
    given(assessed, cinPlan, later(2), strategyDiscussion(), section47Concluded('ICPC'))
      .when('hold-conference', confer())
      .then('ConferenceHeld', ['CinPlanEnded', { ending: 'PROTECTION_PLAN' }], 'ProtectionPlanStarted')
  })

  it('may end without a plan, and needs the category where there is one', () => {
    given(...waiting)
      .when('hold-conference', confer({ outcome: 'PROV_OF_SERVICES', category: undefined }))
      .then('ConferenceHeld')
    given(...waiting)
      .when('hold-conference', confer({ category: undefined }))
      .refused('category-missing')
  })

  it('is held on a weekday, after the enquiry began, and once', () => {
    given(...waiting, later(12))
      .when('hold-conference', confer(), { at: '2025-06-14' })
      .refused('8875')
    given(...waiting)
      .when('hold-conference', confer(), { at: '2025-05-30' })
      .refused('before-its-start')
    given(protectionPlan, later(3)).when('hold-conference', confer()).refused('no-conference-due')
  })

  it('follows an enquiry of the same referral', () => {
    given(...waiting)
      .when('hold-conference', confer({ section47: undefined }))
      .refused('section-47-missing')
    given(openCase).when('hold-conference', confer()).refused('no-conference-due')
  })

  it('of a child who moved here on a plan follows none', () => {
    const moved = [referral, referralDecided('CP_TRANSFER_IN')] as const
    given(...moved)
      .when('hold-conference', confer({ kind: 'TRANSFER_IN', section47: undefined }))
      .then(['ConferenceHeld', { kind: 'TRANSFER_IN' }], 'ProtectionPlanStarted')
    given(...waiting)
      .when('hold-conference', confer({ kind: 'TRANSFER_IN' }))
      .refused('transfer-in-has-no-section-47')
  })
})

describe('a child protection plan', () => {
  const review = (outcome: 'CONTINUE' | 'END') => (s: Ids) => ({
    plan: s.the('protectionPlan'),
    outcome,
    reason: 'Progress.',
    category: 'EMO' as const,
  })

  it('is reviewed after the day it starts, and keeps its latest category', () => {
    given(protectionPlan).when('review-protection-plan', review('CONTINUE')).refused('8841')
    const story = given(protectionPlan, later(80))
      .when('review-protection-plan', review('CONTINUE'))
      .then('ProtectionPlanReviewed')
    expect(story.history().state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'EMO' })
  })

  it('is not set back by an older review that is recorded late', () => {
    const story = given(protectionPlan, later(80)).story.do('review-protection-plan', review('CONTINUE'))
    story.do('review-protection-plan', (s) => ({ ...review('CONTINUE')(s), category: 'PHY' as const }), {
      at: '2025-07-01',
    })
    expect(story.history().state.protectionPlans[0]?.latestCategory).toBe('EMO')
  })

  it('ends by its review, or by itself', () => {
    given(protectionPlan, later(80))
      .when('review-protection-plan', review('END'))
      .then('ProtectionPlanReviewed', 'ProtectionPlanEnded')
    given(protectionPlan, later(80))
      .when('end-protection-plan', (s) => ({ plan: s.the('protectionPlan'), ending: 'MOVED', reason: 'Moved away.' }))
      .then(['ProtectionPlanEnded', { ending: 'MOVED' }])
  })

  it('does not end on the day it starts', () => {
    given(protectionPlan)
      .when('end-protection-plan', (s) => ({ plan: s.the('protectionPlan'), ending: 'MOVED', reason: 'Moved.' }))
      .refused('8840')
  })

  it('leaves no room for a second', () => {
    given(
      protectionPlan,
      later(10),
      contact(),
      contactDecided('OPEN_CASE'),
      strategyDiscussion(),
      section47Concluded('ICPC'),
    )
      .when('hold-conference', confer())
      .refused('8935', '8940')
  })
})
