import { describe, expect, it } from '@jest/globals'
import {
  assessed,
  assessment,
  cinPlan,
  contact,
  contactDecided,
  earlyHelp,
  later,
  openCase,
  referral,
  referralDecided,
} from '../../testing/steps.js'
import { section47Concluded, stepDownProposed, strategyDiscussion } from '../../testing/steps.js'
import { given } from '../../testing/story.js'

type Ids = { the: (kind: 'referral' | 'stepDown' | 'contact' | 'earlyHelp') => string }
const propose = (s: Ids) => ({
  referral: s.the('referral'),
  actions: 'Keep the school mornings.',
  reason: 'Things are better.',
})
const accept = (s: Ids) => ({
  stepDown: s.the('stepDown'),
  lead: 'Lee Example',
  organisation: 'Northtown Family Centre',
})

describe('stepping down to early help', () => {
  it('is proposed with the closure actions, once the work is finished', () => {
    given(assessed)
      .when('propose-step-down', propose)
      .then(['StepDownProposed', { actions: 'Keep the school mornings.' }])
    given(openCase, assessment).when('propose-step-down', propose).refused('work-unfinished')
    given(assessed, cinPlan).when('propose-step-down', propose).refused('work-unfinished')
    given(assessed, stepDownProposed).when('propose-step-down', propose).refused('already-proposed')
  })

  it('when accepted starts early help and closes the case, as RC9 after assessment alone', () => {
    const story = given(assessed, stepDownProposed)
      .when('accept-step-down', accept)
      .then(
        'StepDownAccepted',
        ['EarlyHelpStarted', { organisation: 'Northtown Family Centre', lead: 'Lee Example' }],
        ['CaseClosed', { closure: 'RC9' }],
      )
    expect(story.history().state.referrals[0]?.stage).toBe('closed')
    expect(story.history().state.earlyHelp[0]).toMatchObject({ stage: 'open' })
  })

  it('after a section 47 enquiry closes the case as RC7: RC9 is for assessment alone', () => {
    given(assessed, strategyDiscussion(), section47Concluded('NFA'), stepDownProposed)
      .when('accept-step-down', accept)
      .then('StepDownAccepted', 'EarlyHelpStarted', ['CaseClosed', { closure: 'RC7' }])
  })

  it('is not looked over by the manager who proposed it', () => {
    const about = (s: Ids) => ({ about: s.the('stepDown'), view: 'AGREE' as const, rationale: 'The plan is sound.' })
    const proposed = given(
      assessed,
      (s) => void s.do('propose-step-down', propose, { as: 'team-manager', by: 'ali.khan' }),
    )
    proposed.when('record-oversight', about, { as: 'team-manager', by: 'ali.khan' }).refused('own-step-down')
    proposed.when('record-oversight', about, { as: 'team-manager', by: 'kim.day' }).then('ManagementOversightRecorded')
  })

  it('is not accepted by the person who proposed it', () => {
    given(assessed, (s) => void s.do('propose-step-down', propose, { as: 'team-manager', by: 'ali.khan' }))
      .when('accept-step-down', accept, { as: 'team-manager', by: 'ali.khan' })
      .refused('own-step-down')
  })

  it('is early help’s to accept', () => {
    given(assessed, stepDownProposed).when('accept-step-down', accept, { as: 'social-worker' }).refused('role')
  })

  it('may be declined, and the case stays open', () => {
    const story = given(assessed, stepDownProposed)
      .when('decline-step-down', (s) => ({ stepDown: s.the('stepDown'), reason: 'The family has not agreed.' }))
      .then('StepDownDeclined')
    expect(story.history().state.referrals[0]?.stage).toBe('open')
    expect(story.ask(story.command('accept-step-down', accept))).toMatchObject({ refusals: [{ rule: 'stage' }] })
    story.do('propose-step-down', propose)
  })

  it('straight from the referral starts early help without closing a case there never was', () => {
    given(referral, referralDecided('STEP_DOWN_EH'))
      .when('accept-step-down', accept)
      .then('StepDownAccepted', 'EarlyHelpStarted')
  })

  it('waits for work that began after it was proposed', () => {
    given(assessed, stepDownProposed, strategyDiscussion()).when('accept-step-down', accept).refused('work-unfinished')
  })
})

describe('early help', () => {
  const start = (s: Ids) => ({ contact: s.the('contact'), lead: 'Lee Example', plan: 'A family plan.' })

  it('starts after a contact that was decided so, once', () => {
    given(contact(), contactDecided('EH_REFERRAL'))
      .when('start-early-help', start)
      .then(['EarlyHelpStarted', { plan: 'A family plan.' }])
    given(contact(), contactDecided('NFA')).when('start-early-help', start).refused('not-for-early-help')
    given(earlyHelp).when('start-early-help', start).refused('already-started')
  })

  it('ends with a reason; stepping up has an act of its own', () => {
    given(earlyHelp)
      .when('end-early-help', (s) => ({ earlyHelp: s.the('earlyHelp'), ending: 'OUTCOMES_MET', reason: 'Done.' }))
      .then(['EarlyHelpEnded', { ending: 'OUTCOMES_MET' }])
    given(earlyHelp)
      .when('end-early-help', (s) => ({ earlyHelp: s.the('earlyHelp'), ending: 'STEP_UP', reason: 'Worse.' }))
      .refused('use-step-up')
  })
})

describe('stepping up', () => {
  const up = (s: Ids) => ({
    earlyHelp: s.the('earlyHelp'),
    concern: 'New injuries.',
    carriedForward: 'Six visits; trust in the school nurse.',
  })

  it('ends early help, makes a referral from early help and carries the work forward', () => {
    const story = given(earlyHelp, later(40))
      .when('step-up', up)
      .then(
        ['EarlyHelpEnded', { ending: 'STEP_UP' }],
        ['ReferralReceived', { source: '5D' }],
        ['SteppedUp', { carriedForward: 'Six visits; trust in the school nurse.' }],
      )
    expect(story.history().state.referrals[0]).toMatchObject({
      stage: 'received',
      steppedUpFrom: story.the('earlyHelp'),
    })
  })

  it('is a contact instead while a case is open', () => {
    given(earlyHelp, openCase).when('step-up', up).refused('case-already-open')
  })
})
