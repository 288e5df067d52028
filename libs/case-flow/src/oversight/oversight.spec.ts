import { describe, expect, it } from '@jest/globals'
import {
  assessed,
  assessment,
  contact,
  contactDecided,
  later,
  openCase,
  protectionPlan,
  referral,
  referralDecided,
} from '../../testing/steps.js'
import { type Story, given } from '../../testing/story.js'
import { asCorrected, eventsOf } from '../index.js'

describe('management oversight', () => {
  it('is an act of its own, about anything, by a manager, with its rationale', () => {
    for (const [step, kind] of [
      [contact(), 'contact'],
      [assessed, 'assessment'],
      [protectionPlan, 'protectionPlan'],
    ] as const)
      given(step)
        .when('record-oversight', (s) => ({
          about: s.the(kind),
          view: 'AGREE_WITH_ACTIONS',
          rationale: 'See the child again first.',
        }))
        .then(['ManagementOversightRecorded', { rationale: 'See the child again first.' }])
    given(contact())
      .when('record-oversight', (s) => ({ about: s.the('contact'), view: 'AGREE', rationale: 'x' }), {
        as: 'social-worker',
      })
      .refused('role')
  })
})

describe('a missed timescale', () => {
  it('is explained by clock', () => {
    const explain = (clock: string) => (s: Story) => ({
      clock,
      about: s.the('assessment'),
      reason: 'The family was away.',
    })
    given(openCase, assessment, later(90))
      .when('record-missed-timescale', explain('assessment'))
      .then(['TimescaleMissed', { clock: 'assessment' }])
    given(openCase, assessment).when('record-missed-timescale', explain('lunch')).refused('unknown-timescale')
  })
})

describe('closing a case', () => {
  const close = (closure: 'RC2' | 'RC7' | 'RC8' | 'RC9') => (s: Story) => ({
    referral: s.the('referral'),
    closure,
    reason: 'Finished.',
  })

  it('needs the work to be finished', () => {
    given(assessed)
      .when('close-case', close('RC8'))
      .then(['CaseClosed', { closure: 'RC8' }])
    given(openCase, assessment).when('close-case', close('RC7')).refused('work-unfinished')
    given(protectionPlan).when('close-case', close('RC7')).refused('work-unfinished')
    given(referral).when('close-case', close('RC7')).refused('stage')
  })

  it('has a reason for closure that fits what happened', () => {
    given(openCase).when('close-case', close('RC8')).refused('8825Q')
    given(assessed).when('close-case', close('RC2')).refused('8585Q')
    given(
      protectionPlan,
      later(30),
      (s) =>
        void s.do('end-protection-plan', {
          plan: s.the('protectionPlan'),
          ending: 'NO_LONGER_NEEDED',
          reason: 'Safe.',
        }),
    )
      .when('close-case', close('RC9'))
      .refused('8825Q', '2990')
  })

  it('does not come before what happened in it', () => {
    given(openCase, later(10), assessment, later(10), (s) => {
      s.do(
        'complete-assessment',
        { assessment: s.the('assessment'), outcome: 'NFA', factors: ['21'], analysis: 'x' },
        { as: 'social-worker' },
      )
      s.do('authorise-assessment', { assessment: s.the('assessment') })
    })
      .when('close-case', close('RC8'), { at: '2025-06-10' })
      .refused('8565')
  })

  it('is for good: only a new referral opens it again', () => {
    given(assessed, (s) => void s.do('close-case', close('RC8')))
      .when('start-assessment', (s) => ({ referral: s.the('referral') }))
      .refused('stage')
  })
})

describe('correcting a mistake', () => {
  const correct = (type: string, rest: object) => (s: Story) => ({ event: s.eventId(type), reason: 'A slip.', ...rest })

  it('reads the entry as corrected from then on, and keeps both', () => {
    const story = given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactDecided', { changed: { outcome: 'SIGNPOST' } }))
      .then(['DecisionCorrected', { changed: { outcome: 'SIGNPOST' }, reason: 'A slip.' }])
    expect(story.history().state.contacts[0]?.outcome).toBe('SIGNPOST')
    expect(story.fresh.filter(({ type }) => type === 'ContactDecided')[0]?.data).toMatchObject({ outcome: 'NFA' })
    story.do('correct-decision', correct('ContactDecided', { changed: { outcome: 'INFO_ADVICE' } }))
    expect(story.history().state.contacts[0]?.outcome).toBe('INFO_ADVICE')
  })

  it('corrects when it happened, and words, which stay sealed words', () => {
    const story = given(contact())
      .when(
        'correct-decision',
        correct('ContactReceived', { changed: { occurredAt: '2025-06-01T22:15', concern: 'Screaming was heard.' } }),
      )
      .then([
        'DecisionCorrected',
        { changed: { occurredAt: '2025-06-01T22:15+01:00' }, instead: '{"concern":"Screaming was heard."}' },
      ])
    expect(story.history().state.contacts[0]?.openedAt).toBe('2025-06-01T22:15+01:00')
  })

  it('empties what may be empty, words too, and what every entry of its kind has is put right instead', () => {
    const agency = (s: Story) =>
      void s.do('receive-contact', { ...told, agency: 'Northtown Hospital', referrerName: 'A name' })
    const told = { source: '3E', concern: 'Heard.' } as const
    const story = given(agency)
      .when('correct-decision', correct('ContactReceived', { changed: { agency: null, referrerName: null } }))
      .then(['DecisionCorrected', { changed: { agency: null, referrerName: null } }])
    expect(story.history().state.contacts[0]?.agency).toBeUndefined()
    expect(asCorrected(eventsOf(story.history())).find(({ type }) => type === 'ContactReceived')?.said).toEqual([
      'concern',
    ])
    story.do('correct-decision', correct('ContactReceived', { changed: { agency: 'Northtown Police' } }))
    expect(story.history().state.contacts[0]?.agency).toBe('Northtown Police')
    given(agency)
      .when(
        'correct-decision',
        correct('ContactReceived', { changed: { source: null, occurredAt: null, contact: null } }),
      )
      .refused('unknown', 'required', 'required')
    given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactDecided', { changed: { reason: null } }))
      .refused('required')
  })

  it('takes back what was recorded by mistake', () => {
    const story = given(contact())
      .when('correct-decision', correct('ContactReceived', { withdrawn: true }))
      .then('DecisionCorrected')
    expect(story.history().state.contacts).toEqual([])
  })

  it('takes back all that the act recorded: a decision and the referral it made', () => {
    const story = given(referral)
      .when('correct-decision', correct('ContactDecided', { withdrawn: true }))
      .then('DecisionCorrected', 'DecisionCorrected')
    expect(story.history().state).toMatchObject({ referrals: [], contacts: [{ stage: 'received' }] })
    story.do('decide-contact', (s) => ({
      contact: s.the('contact'),
      outcome: 'NFA',
      reason: 'As it should have been.',
    }))
  })

  it('does not take back the registration of the child', () => {
    given(contact())
      .when('correct-decision', correct('PersonRegistered', { withdrawn: true }))
      .refused('child-stays')
  })

  it('does not take back what something later stands on', () => {
    given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactReceived', { withdrawn: true }))
      .refused('something-stands-on-it')
    given(openCase, assessment)
      .when('correct-decision', correct('ReferralDecided', { withdrawn: true }))
      .refused('something-stands-on-it')
  })

  it('keeps to the shape of the entry and to every rule', () => {
    given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactDecided', { changed: { outcome: 'NONSENSE', colour: 'red' } }))
      .refused('code', 'unknown')
    given(openCase, assessment)
      .when('correct-decision', correct('ReferralDecided', { changed: { outcome: 'NFA' } }))
      .refused('8831')
    given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactDecided', { changed: { occurredAt: '2025-05-01' } }))
      .refused('dates-run-forward')
    given(contact(), contactDecided('NFA'))
      .when('correct-decision', correct('ContactDecided', { changed: { outcome: 'CIN_REFERRAL' } }))
      .refused('contact-before-its-referral')
    given(contact())
      .when('correct-decision', correct('ContactReceived', { changed: { occurredAt: '2030-01-01' } }))
      .refused('future')
  })

  it('is of one entry that exists, one way or the other', () => {
    given(contact()).when('correct-decision', { event: 'none', withdrawn: true, reason: 'x' }).refused('unknown-event')
    given(contact()).when('correct-decision', correct('ContactReceived', {})).refused('changed-or-withdrawn')
    given(contact())
      .when('correct-decision', correct('ContactReceived', { withdrawn: true, changed: { source: '9' } }))
      .refused('changed-or-withdrawn')
    given(contact(), (s) => void s.do('correct-decision', correct('ContactReceived', { changed: { source: '9' } })))
      .when('correct-decision', correct('DecisionCorrected', { withdrawn: true }))
      .refused('correct-the-entry')
  })

  it('changes the outcome of a referral that ended to one that goes on, and the case is open', () => {
    const story = given(referral, referralDecided('NFA'))
      .when('correct-decision', correct('ReferralDecided', { changed: { outcome: 'ASSESSMENT' } }))
      .then('DecisionCorrected')
    expect(story.history().state.referrals[0]?.stage).toBe('open')
  })
})
