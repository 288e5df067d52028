import { describe, expect, it } from '@jest/globals'
import { defaultPolicy } from '@front-door/policy'
import {
  assessed,
  assessment,
  completed,
  contact,
  later,
  openCase,
  referral,
  referralDecided,
  stepDownProposed,
  strategyDiscussion,
} from '../../testing/steps.js'
import { type Step, type Story, given } from '../../testing/story.js'
import { actNames, definitions, eventsOf, flow } from '../index.js'
import { recordedBy } from '../flow/recorded-by.js'

const correct = (type: string, rest: object) => (s: Story) => ({ event: s.eventId(type), reason: 'A slip.', ...rest })
const support = { as: 'business-support' } as const
const screener = { as: 'screening-social-worker' } as const
const socialWorker = { as: 'social-worker' } as const
const manager = { as: 'team-manager' } as const

describe('who may correct an entry', () => {
  it('is who may record it: a decision is not changed, moved or taken back by somebody who may not take it', () => {
    const changes = [{ changed: { need: 'N2' } }, { changed: { occurredAt: '2025-06-02' } }, { withdrawn: true }]
    for (const change of changes)
      for (const who of [support, socialWorker]) {
        const [refusal] = given(referral, referralDecided('NFA'))
          .when('correct-decision', correct('ReferralDecided', change), who)
          .refused('role')
        expect(refusal?.message).toBe(
          `Your role (${who.as}) may not correct this entry. It is for screening-social-worker, edt, team-manager.`,
        )
      }
    given(referral, referralDecided('NFA'))
      .when('correct-decision', correct('ReferralDecided', { changed: { need: 'N2' } }), screener)
      .then('DecisionCorrected')
    given(contact())
      .when('correct-decision', correct('ContactReceived', { changed: { source: '9' } }), support)
      .then('DecisionCorrected')
  })

  it('is a manager, where a manager authorised it', () => {
    for (const who of [support, socialWorker])
      given(assessed)
        .when('correct-decision', correct('AssessmentAuthorised', { withdrawn: true }), who)
        .refused('role')
    const story = given(assessed)
      .when('correct-decision', correct('AssessmentAuthorised', { withdrawn: true }), manager)
      .then('DecisionCorrected')
    expect(story.history().state.assessments[0]?.stage).toBe('completed')
  })

  it('is who may do the whole of it, where one act recorded several events', () => {
    given(referral)
      .when('correct-decision', correct('ReferralReceived', { withdrawn: true }), support)
      .refused('role')
    given(
      (s) => void s.do('receive-contact', { source: '6', concern: 'Heard.' }),
      (s) => {
        s.do('decide-contact', { contact: s.the('contact'), outcome: 'NFA', reason: 'Nothing more.' })
        s.do('receive-referral', { source: '6', concern: 'Seen.' })
      },
    )
      .when('correct-decision', correct('ReferralReceived', { withdrawn: true }), support)
      .then('DecisionCorrected')
    given(contact(), urgent)
      .when('correct-decision', correct('ReferralDecided', { changed: { need: 'N2' } }), socialWorker)
      .then('DecisionCorrected')
  })

  it('is, of what was imported, who may record such an event by any act', () => {
    const imported: Step = (s) =>
      void s.recall({
        ...{ id: 'i1', child: 'A1', occurredAt: '2025-06-01', recordedAt: s.now, cause: 'census', version: 1 },
        worker: { id: 'cin-census', role: 'import', team: 'LA 301' },
        type: 'Section47Started',
        data: { section47: 's1', referral: s.the('referral') },
        words: {},
      })
    const [refusal] = given(openCase, imported)
      .when('correct-decision', correct('Section47Started', { withdrawn: true }), support)
      .refused('role')
    expect(refusal?.message).toContain('screening-social-worker, social-worker, edt, team-manager')
    given(openCase, imported)
      .when('correct-decision', correct('Section47Started', { withdrawn: true }), socialWorker)
      .then('DecisionCorrected')
  })

  it('is known of every event: some act records it, and a role may correct it', () => {
    const recorded = new Set(actNames.flatMap((name) => flow[name].act.records.map(({ type }) => type)))
    expect([...recorded].sort()).toEqual(Object.keys(definitions).sort())
    const correcting = defaultPolicy.may['correct-decision'] ?? []
    for (const name of actNames)
      expect([name, correcting.some((role) => defaultPolicy.may[name]?.includes(role))]).toEqual([name, true])
  })

  it('follows from what was recorded together', () => {
    const { story } = given(contact(), urgent)
    const acts = eventsOf(story.history()).map((event) => [event.type, recordedBy(story.history(), event)])
    expect(acts.slice(-2)).toEqual([
      ['StrategyDiscussionHeld', ['hold-strategy-discussion']],
      ['Section47Started', ['hold-strategy-discussion']],
    ])
    expect(acts).toContainEqual(['ContactDecided', ['hold-strategy-discussion']])
    expect(acts).toContainEqual(['ContactReceived', ['receive-contact']])
  })
})

describe('an assessment that is authorised', () => {
  const analysis = correct('AssessmentCompleted', { changed: { outcome: 'NFA', analysis: 'Another view.' } })
  const author = { as: 'social-worker', by: 'the-social-worker' } as const

  it('is not rewritten by its author, who is told what to do', () => {
    const [refusal] = given(assessed).when('correct-decision', analysis, author).refused('role')
    expect(refusal?.message).toBe(
      'Your role (social-worker) may not correct this entry. It is for team-manager. The assessment is authorised: ' +
        'ask a manager who did not work on it to correct it, or to withdraw the authorisation first.',
    )
    const ownWork: Step = (s) => {
      const ali = { as: 'team-manager', by: 'ali.khan' } as const
      s.do('start-assessment', { referral: s.the('referral') }, ali)
      const said = { outcome: 'PROV_OF_SERVICES', factors: ['4B'], analysis: 'What it comes to.' } as const
      s.do('complete-assessment', { assessment: s.the('assessment'), ...said }, ali)
      s.do('authorise-assessment', { assessment: s.the('assessment') }, { as: 'team-manager', by: 'kim.day' })
    }
    given(openCase, ownWork)
      .when('correct-decision', correct('AssessmentCompleted', { changed: { factors: ['2B'] } }), {
        ...{ as: 'team-manager', by: 'ali.khan' },
      })
      .refused('own-assessment')
  })

  it('is corrected by a manager who did not work on it, as a decision of theirs', () => {
    const story = given(assessed)
      .when('correct-decision', correct('AssessmentCompleted', { changed: { factors: ['2B'] } }), {
        ...{ as: 'team-manager', by: 'kim.day' },
      })
      .then('DecisionCorrected')
    expect(story.history().state.assessments[0]).toMatchObject({ stage: 'authorised', factors: ['2B'] })
    expect(story.fresh.at(-1)?.worker.id).toBe('kim.day')
  })

  it('is its author’s to correct before that, and once the authorisation is withdrawn', () => {
    given(openCase, assessment, completed()).when('correct-decision', analysis, author).then('DecisionCorrected')
    const story = given(assessed)
      .when('correct-decision', correct('AssessmentAuthorised', { withdrawn: true }), manager)
      .then('DecisionCorrected')
    const more = correct('AssessmentCompleted', { changed: { analysis: 'Another view.' } })
    story.do('correct-decision', more, author).do('authorise-assessment', { assessment: story.the('assessment') })
  })
})

describe('a step-down that was accepted', () => {
  const actions = correct('StepDownProposed', { changed: { actions: 'Nothing more.' } })
  const accepted: Step = (s) => void s.do('accept-step-down', { stepDown: s.the('stepDown'), lead: 'Lee Example' })

  it('says what early help accepted: it is theirs to correct, and until then the proposer’s', () => {
    given(assessed, stepDownProposed).when('correct-decision', actions, screener).then('DecisionCorrected')
    const [refusal] = given(assessed, stepDownProposed, accepted)
      .when('correct-decision', actions, screener)
      .refused('role')
    expect(refusal?.message).toContain('ask early help to correct it, or to take back their answer first.')
    given(assessed, stepDownProposed, accepted)
      .when('correct-decision', actions, { as: 'early-help-co-ordinator' })
      .then('DecisionCorrected')
  })
})

describe('what something stands on', () => {
  it('is refused with the name of the later entry', () => {
    const explained: Step = (s) =>
      void s.do('record-missed-timescale', { clock: 'assessment', about: s.the('assessment'), reason: 'Away.' })
    const [refusal] = given(openCase, assessment, later(90), explained)
      .when('correct-decision', correct('AssessmentStarted', { withdrawn: true }))
      .refused('something-stands-on-it')
    expect(refusal?.message).toContain('(Timescale missed) stands on it')
  })
})

/** A strategy discussion about a contact: all that it decides is one act. */
function urgent(story: Story): void {
  strategyDiscussion({ about: story.the('contact') })(story)
}
