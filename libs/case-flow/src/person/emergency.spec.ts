import { describe, expect, it } from '@jest/globals'
import { later, registered } from '../../testing/steps.js'
import { type Step, type Story, given } from '../../testing/story.js'

const manager = { as: 'team-manager', by: 'kim.day' } as const
const night = { as: 'edt', by: 'robin.shaw', team: 'EDT' } as const
const other = { as: 'screening-social-worker', by: 'jo.reed' } as const
const risk = { reason: 'The father is at the door.' }
const details = { sex: 'F', reason: 'The school told us.' } as const

const restricted: Step = (story) =>
  void story.do('restrict-record', { to: ['kim.day'], reason: 'A parent works here.' }, manager)
const opened: Step = (story) => void story.do('open-in-emergency', risk, night)
const theOpening = (story: Story) => ({ event: story.eventId('RecordOpenedInEmergency') })

describe('opening a restricted record in an emergency', () => {
  it('says why and until when, in the child’s own history, and opens it to that worker alone', () => {
    const story = given(registered, restricted)
      .when('open-in-emergency', risk, { ...night, now: '2025-06-02T21:30:00.000Z' })
      .then(['RecordOpenedInEmergency', { ...risk, until: '2025-06-03T22:30+01:00' }])
    expect(story.fresh.at(-1)).toMatchObject({ worker: { id: 'robin.shaw' }, words: risk })
    expect(story.history().state.person.emergencyOpenings).toMatchObject([{ worker: 'robin.shaw' }])
    given(registered, restricted, opened).when('correct-person-details', details, night).then('PersonDetailsCorrected')
    given(registered, restricted, opened).when('correct-person-details', details, other).refused('restricted')
  })

  it('is for who decides at the front door, where the record is restricted and not open to them already', () => {
    given(registered, restricted).when('open-in-emergency', risk, { as: 'social-worker' }).refused('role')
    given(registered).when('open-in-emergency', risk, night).refused('not-restricted')
    given(registered, restricted).when('open-in-emergency', risk, manager).refused('already-open')
    given(registered, restricted, opened).when('open-in-emergency', risk, night).refused('already-open')
    given(registered, restricted, opened).when('open-in-emergency', risk, other).then('RecordOpenedInEmergency')
  })

  it('is over when its time is, and can then be opened once more', () => {
    const over = [registered, restricted, opened, later(1)]
    given(...over)
      .when('correct-person-details', details, night)
      .refused('restricted')
    given(...over)
      .when('end-emergency-opening', theOpening, manager)
      .refused('not-open')
    given(...over)
      .when('open-in-emergency', risk, night)
      .then('RecordOpenedInEmergency')
  })

  it('is over when it is ended, by whoever opened it or somebody named', () => {
    const still = [registered, restricted, opened]
    const story = given(...still)
      .when('end-emergency-opening', theOpening, night)
      .then('EmergencyOpeningEnded')
    expect(story.ask(story.command('correct-person-details', details, night))).toMatchObject({
      refusals: [{ rule: 'restricted' }],
    })
    given(...still)
      .when('end-emergency-opening', theOpening, manager)
      .then('EmergencyOpeningEnded')
    given(...still)
      .when('end-emergency-opening', theOpening, other)
      .refused('restricted')
    given(...still)
      .when('end-emergency-opening', { event: 'another' }, manager)
      .refused('not-open')
  })

  it('goes on where others are named meanwhile, and not into a later restriction', () => {
    given(registered, restricted, opened, restricted)
      .when('correct-person-details', details, night)
      .then('PersonDetailsCorrected')
    const lifted: Step = (story) => void story.do('lift-restriction', { reason: 'Over.' }, manager)
    given(registered, restricted, opened, lifted, restricted)
      .when('correct-person-details', details, night)
      .refused('restricted')
  })

  it('is not made longer, nor the restriction wider, by a correction of whoever opened it', () => {
    const correct = (type: string, changed: object) => (story: Story) => ({
      ...{ event: story.eventId(type), changed: { ...changed }, reason: 'A slip.' },
    })
    const still = [registered, restricted, opened]
    const longer = correct('RecordOpenedInEmergency', { until: '2030-01-01' })
    const wider = correct('RecordRestricted', { to: ['kim.day', 'robin.shaw'] })
    given(...still)
      .when('correct-decision', longer, night)
      .refused('role')
    given(...still)
      .when('correct-decision', wider, night)
      .refused('role')
    given(...still)
      .when('correct-decision', wider, manager)
      .then('DecisionCorrected')
  })
})
