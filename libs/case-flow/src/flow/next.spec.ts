import { englandAndWales2028 } from '@front-door/calendar'
import { defaultPolicy } from '@front-door/policy'
import { describe, expect, it } from '@jest/globals'
import {
  assessed,
  assessment,
  contact,
  contactDecided,
  later,
  openCase,
  referral,
  registered,
  stepDownProposed,
  strategyDiscussion,
} from '../../testing/steps.js'
import { type Step, type Story, given } from '../../testing/story.js'
import { missingFrom, nextFor } from '../index.js'

const next = (story: Story) =>
  nextFor(story.history().state, story.now, { policies: [defaultPolicy], calendars: [englandAndWales2028] })
const after = (...steps: readonly Step[]) => next(given(...steps).story)
const missing = (...steps: readonly Step[]) =>
  missingFrom(given(...steps).story.history().state).map(({ what }) => what)

describe('what may happen next', () => {
  it('is nothing but to register, for a child nobody knows', () => {
    expect(after().map(({ act }) => act)).toEqual(['register-person', 'register-unborn'])
    expect(after(registered)).toEqual([])
  })

  it('says by which role, about what, by when and what is missing', () => {
    const [first] = after(contact())
    expect(first).toMatchObject({
      act: 'decide-contact',
      roles: ['screening-social-worker', 'edt', 'team-manager'],
      kind: 'contact',
      about: 'id-1',
      by: { clock: 'contactDecision', state: 'running', due: '2025-06-03' },
      missing: [{ what: 'priority', says: 'The priority has not been rated.' }],
    })
  })

  it('puts what is due first first', () => {
    const red: Step = (s) => void s.do('rate-priority', { about: s.the('contact'), priority: 'RED', reason: 'Harm.' })
    const ask: Step = (s) =>
      void s.do('request-information', { about: s.the('contact'), agency: 'HEALTH', asked: 'Known?' })
    expect(
      after(contact(), ask, red)
        .map(({ act, by }) => [act, by?.clock])
        .slice(0, 2),
    ).toEqual([
      ['decide-contact', 'priorityRed'],
      ['receive-information', 'informationReply'],
    ])
  })

  it('offers a conference by the clock of the enquiry it follows', () => {
    const conference = after(openCase, strategyDiscussion()).find(({ act }) => act === 'hold-conference')
    expect(conference?.by?.clock).toBe('conference')
  })

  it('does not offer what is not open: allocating twice, a second assessment, closing unfinished work', () => {
    const allocated: Step = (s) => void s.do('allocate-case', { referral: s.the('referral'), to: 'sam.lee', team: 'A' })
    const acts = after(openCase, allocated, assessment).map(({ act }) => act)
    for (const closed of [
      'allocate-case',
      'start-assessment',
      'close-case',
      'propose-step-down',
      'hold-conference',
      'give-reason',
    ])
      expect(acts).not.toContain(closed)
    expect(acts).toContain('reallocate-case')
    expect(after(assessed).map(({ act }) => act)).toContain('close-case')
  })

  it('offers the step-down to early help, in their name', () => {
    expect(after(assessed, stepDownProposed).find(({ act }) => act === 'accept-step-down')).toMatchObject({
      roles: ['early-help-co-ordinator', 'team-manager'],
      by: { clock: 'stepDownAnswer' },
      missing: [{ what: 'oversight' }],
    })
  })
})

describe('what is missing', () => {
  it('follows the work: from priority to consent and voice, to the child seen and the safety plan', () => {
    expect(missing(contact())).toEqual(['priority'])
    const screening: Step = (s) => void s.do('start-screening', { about: s.the('contact') })
    expect(missing(contact(), screening)).toEqual(['priority', 'history', 'consent', 'voice'])
    expect(missing(openCase)).toEqual(['consent', 'voice', 'oversight'])
    expect(missing(openCase, strategyDiscussion())).toEqual(
      expect.arrayContaining(['child-seen', 'safety-plan', 'oversight']),
    )
    expect(missing(contact(), contactDecided('NFA'))).toEqual([])
  })

  it('is there once it is recorded, wherever in the same referral', () => {
    const all: Step = (s) => {
      s.do('record-consent', { about: s.the('referral'), consent: 'GIVEN' })
      s.do('record-voice', { about: s.the('assessment'), how: 'SAID', voice: 'I want to go home.' })
      s.do('record-oversight', { about: s.the('assessment'), view: 'AGREE', rationale: 'Well evidenced.' })
      s.do('see-child', { about: s.the('referral') })
    }
    expect(missing(openCase, assessment, all)).toEqual([])
  })

  it('includes the reason of an urgent decision until it is given', () => {
    const urgent = [referral, strategyDiscussion({ reason: undefined })]
    expect(missing(...urgent)[0]).toBe('reason')
    const reason: Step = (s) =>
      void s.do('give-reason', { event: s.eventId('StrategyDiscussionHeld'), reason: 'Cause to suspect.' })
    expect(missing(...urgent, reason)).not.toContain('reason')
  })

  it('names a partner who has not answered', () => {
    const ask: Step = (s) =>
      void s.do('request-information', { about: s.the('contact'), agency: 'HEALTH', asked: 'Known?' })
    expect(missing(contact(), ask)).toContain('partner-information')
  })

  it('grows no older: later steps show what an assessment does not say', () => {
    const brief: Step = (s) =>
      void s.do(
        'complete-assessment',
        { assessment: s.the('assessment'), outcome: 'NFA', factors: ['21'], analysis: 'x', risk: 'Low.' },
        { as: 'social-worker' },
      )
    const gaps = missing(openCase, assessment, later(20), brief)
    expect(gaps).toContain('assessment-equalities')
    expect(gaps).not.toContain('assessment-risk')
  })
})
