import { englandAndWales2028 } from '@front-door/calendar'
import { type TimescaleId, addVersions, defaultPolicy } from '@front-door/policy'
import { describe, expect, it } from '@jest/globals'
import {
  assessment,
  cinPlan,
  assessed,
  completed,
  contact,
  contactDecided,
  later,
  openCase,
  protectionPlan,
  referral,
  referralDecided,
} from '../../testing/steps.js'
import { section47Concluded, stepDownProposed, strategyDiscussion, unborn } from '../../testing/steps.js'
import { type Step, type Story, given } from '../../testing/story.js'
import { type Agreed, actNames, clocksOf, flow } from '../index.js'

const agreed: Agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

const reading = (story: Story, clock: TimescaleId, on = agreed) =>
  clocksOf(story.history().state, story.now, on).filter((each) => each.clock === clock)
const clocks = (clock: TimescaleId, ...steps: readonly Step[]) => reading(given(...steps).story, clock)

describe('a clock', () => {
  it('runs, is overdue when its day has passed, and is met or missed when it stops', () => {
    const start = [contact()]
    expect(clocks('contactDecision', ...start)).toMatchObject([
      { state: 'running', due: { due: '2025-06-03' }, elapsed: 0 },
    ])
    expect(clocks('contactDecision', ...start, later(2))).toMatchObject([{ state: 'overdue', elapsed: 2 }])
    expect(clocks('contactDecision', ...start, later(1), contactDecided('NFA'))).toMatchObject([
      { state: 'met', elapsed: 1 },
    ])
    expect(clocks('contactDecision', ...start, later(2), contactDecided('NFA'))).toMatchObject([
      { state: 'missed', elapsed: 2 },
    ])
  })

  it('shows the days it counted', () => {
    const [clock] = clocks('referralDecision', later(4), referral)
    expect(clock?.due).toMatchObject({
      start: '2025-06-06T09:01+01:00',
      counted: ['2025-06-09'],
      notCounted: [{ why: 'Saturday' }, { why: 'Sunday' }],
    })
  })

  it('of a red contact is four hours from when it came in', () => {
    const red: Step = (s) => void s.do('rate-priority', { about: s.the('contact'), priority: 'RED', reason: 'Harm.' })
    expect(clocks('priorityRed', contact(), red)).toMatchObject([
      { state: 'running', due: { due: '2025-06-02T13:00+01:00' } },
    ])
    expect(clocks('priorityGreen', contact(), red)).toEqual([])
  })

  it('of an assessment runs from its start and from the referral, to the authorisation', () => {
    const steps = [openCase, later(5), assessment, later(60), completed()]
    expect(clocks('assessment', ...steps)).toMatchObject([
      { start: '2025-06-07T09:03+01:00', state: 'running', due: { due: '2025-08-08' } },
    ])
    expect(clocks('assessmentFromReferral', ...steps)).toMatchObject([
      { start: '2025-06-02T09:01+01:00', state: 'overdue', due: { due: '2025-08-04' } },
    ])
  })

  it('of a review no longer matters once the assessment is complete', () => {
    expect(clocks('assessmentReview10', openCase, assessment, later(3), completed())).toMatchObject([{ state: 'off' }])
    const reviewed: Step = (s) =>
      void s.do('review-assessment', { assessment: s.the('assessment'), outcome: 'ON_TRACK', note: 'x' })
    expect(clocks('assessmentReview10', openCase, assessment, later(3), reviewed)).toMatchObject([{ state: 'met' }])
  })

  it('of the child being seen stops at the first time, whatever it was for; an unborn child has none', () => {
    const seen: Step = (s) => void s.do('see-child', { about: s.the('referral') })
    expect(clocks('childSeen', openCase, assessment, later(1), seen)).toMatchObject([{ state: 'met' }])
    expect(clocks('childSeen', unborn, openCase, assessment)).toEqual([])
  })

  it('of an answer from an agency no longer matters once what it was asked for is decided, or the case it was asked in closed', () => {
    const ask =
      (about: 'contact' | 'referral'): Step =>
      (s) =>
        void s.do('request-information', { about: s.the(about), agency: 'HEALTH', asked: 'Known?' })
    const state = (...steps: Step[]) => clocks('informationReply', ...steps).map((clock) => clock.state)
    expect(state(contact(), ask('contact'))).toEqual(['running'])
    expect(state(contact(), ask('contact'), later(3), contactDecided('NFA'))).toEqual(['off'])
    const referred = [contact(), ask('contact'), later(3), contactDecided('CIN_REFERRAL')]
    expect(state(...referred)).toEqual(['overdue'])
    expect(state(...referred, referralDecided('ASSESSMENT'))).toEqual(['off'])
    const inACase = [openCase, later(1), ask('referral'), later(3)]
    expect(state(...inACase)).toEqual(['overdue'])
    const close: Step = (s) =>
      void s.do('close-case', { referral: s.the('referral'), closure: 'RC7', reason: 'They moved away.' })
    expect(state(...inACase, close)).toEqual(['off'])
  })

  it('of a conference runs 15 working days from the strategy discussion, unless none is required', () => {
    const steps = [openCase, strategyDiscussion()]
    expect(clocks('conference', ...steps)).toMatchObject([{ state: 'running', due: { due: '2025-06-23' } }])
    expect(clocks('conference', ...steps, section47Concluded('NFA'))).toMatchObject([{ state: 'off' }])
    expect(clocks('conference', protectionPlan)).toMatchObject([{ state: 'met' }])
  })

  it('of the first review is three months, of later ones six', () => {
    const review: Step = (s) =>
      void s.do('review-protection-plan', { plan: s.the('protectionPlan'), outcome: 'CONTINUE', reason: 'x' })
    const steps = [protectionPlan, later(90), review]
    expect(clocks('protectionPlanFirstReview', ...steps)).toMatchObject([{ state: 'met', due: { due: '2025-09-02' } }])
    expect(clocks('protectionPlanReview', ...steps)).toMatchObject([{ state: 'running', due: { due: '2026-02-28' } }])
  })

  it('of visits starts again with every visit on which the child was seen', () => {
    const visit =
      (seen: boolean): Step =>
      (s) =>
        void s.do('make-visit', { plan: s.the('cinPlan'), seen })
    expect(clocks('cinVisit', assessed, cinPlan, later(20), visit(false), later(5), visit(true))).toMatchObject([
      { state: 'met', elapsed: 19 },
      { state: 'running' },
    ])
  })

  it('of a step-down waits for the answer of early help', () => {
    expect(clocks('stepDownAnswer', assessed, stepDownProposed, later(10))).toMatchObject([{ state: 'overdue' }])
  })

  it('says so where the calendar does not know the year, and stops nothing', () => {
    const { story } = given((s) => void (s.now = '2028-12-20T09:00:00.000Z'), openCase, assessment)
    expect(reading(story, 'assessment')).toMatchObject([{ state: 'unknown' }])
    expect(reading(story, 'assessment')[0]?.unknown).toContain('Add the bank holidays of that year')
  })

  it('is judged by the policy in force on the day it started', () => {
    const { versions } = addVersions(defaultPolicy, [
      { version: 'x', effective: '2025-06-04', timescales: { contactDecision: { limit: { workingDays: 3 } } } },
    ])
    const { story } = given(contact(), later(2), contact())
    expect(reading(story, 'contactDecision', { ...agreed, policies: versions })).toMatchObject([
      { due: { due: '2025-06-03' } },
      { due: { due: '2025-06-09' } },
    ])
  })
})

describe('the table and the clocks', () => {
  it('agree: what an act is said to stop has stopped once it is done', () => {
    const { story } = given(openCase, assessment, later(1), completed())
    const running = (clock: TimescaleId) =>
      reading(story, clock).some(({ state }) => state === 'running' || state === 'overdue')
    for (const clock of flow['authorise-assessment'].stops ?? []) expect([clock, running(clock)]).toEqual([clock, true])
    story.do('authorise-assessment', (s) => ({ assessment: s.the('assessment') }))
    for (const clock of flow['authorise-assessment'].stops ?? [])
      expect([clock, running(clock)]).toEqual([clock, false])
    for (const clock of flow['decide-contact'].stops ?? []) expect([clock, running(clock)]).toEqual([clock, false])
  })

  it('leave no clock that nothing stops', () => {
    const stopped = new Set(actNames.flatMap((name) => flow[name].stops ?? []))
    expect(Object.keys(defaultPolicy.timescales).filter((id) => !stopped.has(id as TimescaleId))).toEqual([])
  })
})
