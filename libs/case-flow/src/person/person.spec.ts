import { describe, expect, it } from '@jest/globals'
import { contact, openCase, registered, unborn } from '../../testing/steps.js'
import { Story, given } from '../../testing/story.js'
import { eventsOf, historyOf } from '../index.js'

describe('registering a child', () => {
  it('keeps what is known, and leaves open what is not', () => {
    const story = given()
      .when('register-person', { givenName: 'Robin', birthDate: '2015-03-04', disabilities: ['LD', 'AUT'] })
      .then(['PersonRegistered', { givenName: 'Robin', birthDate: '2015-03-04' }])
    expect(story.history().state.person).toMatchObject({ stage: 'living', named: true, disabilities: ['LD', 'AUT'] })
    expect(story.history().state.person.ethnicity).toBeUndefined()
  })

  it('can be done with nothing known at all', () => {
    expect(given().when('register-person', {}).then('PersonRegistered').history().state.person).toMatchObject({
      stage: 'living',
      named: false,
    })
  })

  it('is done once', () => {
    given(registered).when('register-person', {}).refused('already-registered')
  })

  it('refuses a date of birth in the future, and a UPN whose check letter is wrong', () => {
    given().when('register-person', { birthDate: '2025-06-03' }).refused('future')
    given().when('register-person', { upn: 'B123456789012' }).refused('upn-check-letter')
    given().when('register-person', { upn: 'A123456789012' }).then('PersonRegistered')
    given().when('register-person', { upn: 'B12345678901C' }).then('PersonRegistered')
  })
})

describe('an unborn child', () => {
  it('is registered by the date expected, and is then born', () => {
    const story = given(unborn)
      .when('record-birth', { birthDate: '2025-06-01', sex: 'M', givenName: 'Alex' })
      .then(['BirthRecorded', { birthDate: '2025-06-01', sex: 'M' }])
    expect(story.history().state.person).toMatchObject({
      stage: 'living',
      birthDate: '2025-06-01',
      sex: 'M',
      named: true,
    })
    expect(story.history().state.person.expectedBirthDate).toBeUndefined()
  })

  it('can be registered without a date', () => {
    given().when('register-unborn', { motherName: 'Sam Example' }).then('UnbornRegistered')
  })

  it('is expected at most 10 months after and 2 months before the day that is recorded', () => {
    const refused = (expectedBirthDate: string) =>
      given().when('register-unborn', { expectedBirthDate }).refused('expected-soon')
    for (const day of ['2025-04-02', '2026-04-02'])
      given().when('register-unborn', { expectedBirthDate: day }).then('UnbornRegistered')
    expect(refused('2026-04-03')).toMatchObject([
      {
        field: 'expectedBirthDate',
        message:
          'Enter an expected date of birth from 2 April 2025 to 2 April 2026: at most 2 months ago and 10 months ahead.',
      },
    ])
    refused('2025-04-01')
    const person = { expectedBirthDate: '2027-01-01' }
    expect(
      given().when('receive-contact', { source: '3F', concern: 'Booking.', person }).refused('expected-soon'),
    ).toMatchObject([{ field: 'person.expectedBirthDate' }])
    given(unborn)
      .when('correct-person-details', { ...person, reason: 'The scan.' })
      .refused('expected-soon')
    given(unborn)
      .when('correct-decision', (story) => ({
        ...{ event: story.eventId('UnbornRegistered'), changed: { ...person }, reason: 'A slip.' },
      }))
      .refused('expected-soon')
  })

  it('is born once, and only if registered before birth', () => {
    given(registered).when('record-birth', { birthDate: '2025-06-01', sex: 'M' }).refused('already-registered')
  })

  it('has a referral at most 280 days before the date expected', () => {
    given()
      .when('receive-contact', { source: '3F', concern: 'Early booking.', person: { expectedBirthDate: '2026-04-01' } })
      .then('UnbornRegistered', 'ContactReceived')
      .do('decide-contact', (story) => ({ contact: story.the('contact'), outcome: 'NFA', reason: 'Too early.' }))
    const early = given().story.do('register-unborn', { expectedBirthDate: '2026-04-01' })
    const refer = early.command('receive-referral', { source: '3F', concern: 'Early booking.' })
    expect(early.ask(refer)).toMatchObject({ refusals: [{ rule: '8606', source: 'CIN census rule 8606' }] })
  })
})

describe("a child's details", () => {
  it('change with a reason, and what was there before stays in the history', () => {
    const story = given(registered)
      .when('correct-person-details', { familyName: 'Sample', ethnicity: 'WBRI', reason: 'The school told us.' })
      .then(['PersonDetailsCorrected', { familyName: 'Sample', ethnicity: 'WBRI', reason: 'The school told us.' }])
    expect(story.history().state.person).toMatchObject({ ethnicity: 'WBRI', birthDate: '2015-03-04' })
  })

  it('need a change, and one that fits', () => {
    given(registered).when('correct-person-details', { reason: 'No reason.' }).refused('nothing-changed')
    given(registered)
      .when('correct-person-details', { expectedBirthDate: '2025-10-01', reason: 'A slip.' })
      .refused('already-born')
    given(registered)
      .when('correct-person-details', { birthDate: '2015-03-05', expectedBirthDate: '2025-10-01', reason: 'A slip.' })
      .refused('born-or-expected', 'already-born')
  })
})

describe('the death of a child', () => {
  it('is recorded, and does not come before the birth', () => {
    const story = given(registered).when('record-death', { deathDate: '2025-06-01' }).then('DeathRecorded')
    expect(story.history().state.person).toMatchObject({ stage: 'died', deathDate: '2025-06-01' })
    given(registered).when('record-death', { deathDate: '2015-03-03' }).refused('death-before-birth')
    given(registered).when('record-death', { deathDate: '2025-07-01' }).refused('future')
  })

  it('leaves the record open to be finished, but takes no referral after it', () => {
    const died = given(registered).story.do('record-death', { deathDate: '2025-06-01' })
    expect(died.ask(died.command('receive-referral', { source: '6', concern: 'Sibling.' }))).toMatchObject({
      refusals: [{ rule: '8555Q' }],
    })
    died.do('receive-contact', { source: '6', concern: 'The inquest.' })
  })
})

describe('children who belong together', () => {
  it('are told so in both histories', () => {
    const story = new Story('A1')
      .do('register-person', {})
      .do('register-person', {}, { child: 'B2' })
      .do('relate-person', { other: 'B2', relation: 'PARENT' })
    expect(story.history('A1').state.person.relations).toEqual([{ other: 'B2', relation: 'PARENT' }])
    expect(story.history('B2').state.person.relations).toEqual([{ other: 'A1', relation: 'CHILD' }])
  })

  it('are told once, and nobody is related to themselves', () => {
    const story = new Story('A1').do('register-person', {}).do('relate-person', { other: 'B2', relation: 'SIBLING' })
    expect(story.ask(story.command('relate-person', { other: 'B2', relation: 'SIBLING' }))).toMatchObject({
      changes: [],
    })
    given(registered).when('relate-person', { other: 'A1', relation: 'SIBLING' }).refused('same-child')
  })
})

describe('two records of one child', () => {
  const two = () => {
    const story = new Story('A1')
    for (const child of ['A1', 'B2']) story.do('register-person', { givenName: 'Robin' }, { child })
    return story
  }
  const merge = (story: Story, into: string) =>
    story.command('merge-person', { into, reason: 'The same NHS number.' }, { as: 'team-manager' })

  it('become one: the duplicate says where it went on, and takes nothing more', () => {
    const story = two()
    story.run(merge(story, 'B2'))
    expect(story.history('A1').state.person).toMatchObject({ stage: 'merged', mergedInto: 'B2' })
    expect(story.history('B2').state.person).toMatchObject({ stage: 'living', mergedFrom: ['A1'] })
    const decided = story.ask(story.command('receive-contact', { source: '6', concern: 'x' }))
    expect(decided).toMatchObject({ refusals: [{ message: 'This record was merged into B2. Record it there.' }] })
  })

  it('are not merged into nothing, into themselves, or into one that is itself merged', () => {
    const story = two()
    expect(story.ask(merge(story, 'Z9'))).toMatchObject({ refusals: [{ rule: 'unknown-child' }] })
    expect(story.ask(merge(story, 'A1'))).toMatchObject({ refusals: [{ rule: 'same-child' }] })
    story.do('register-person', {}, { child: 'C3' })
    story.run({ ...merge(story, 'C3'), children: [{ child: 'B2', input: { into: 'C3', reason: 'Same.' } }] })
    expect(story.ask(merge(story, 'B2'))).toMatchObject({ refusals: [{ rule: 'already-merged' }] })
  })

  it('are merged by somebody who may open both, where one of them is restricted', () => {
    for (const closed of ['A1', 'B2']) {
      const story = two()
      const restricted = { to: ['kim.day'], reason: 'A parent works here.' }
      story.do('restrict-record', restricted, { as: 'team-manager', by: 'kim.day', child: closed })
      const asked = merge(story, 'B2')
      expect(story.ask(asked)).toMatchObject({ refusals: [{ rule: 'restricted' }] })
      story.run({ ...asked, worker: { ...asked.worker, id: 'kim.day' } })
      expect(story.history('A1').state.person.stage).toBe('merged')
    }
  })

  it('are not merged while both have a case', () => {
    const story = two()
    for (const child of ['A1', 'B2']) {
      story.do('receive-referral', { source: '6', concern: 'Heard.' }, { child })
    }
    expect(story.ask(merge(story, 'B2'))).toMatchObject({ refusals: [{ rule: 'two-open-cases' }] })
  })

  it('are read as one history, in which the person is the one kept', () => {
    const story = two().do('receive-contact', { source: '6', concern: 'Heard.' })
    story.run(merge(story, 'B2'))
    const both = historyOf('B2', [...eventsOf(story.history('A1')), ...eventsOf(story.history('B2'))])
    expect(both.state.contacts).toHaveLength(1)
    expect(both.state.person.stage).toBe('living')
    expect(both.version).toBe(story.history('B2').version)
  })
})

describe('who may', () => {
  it('register: those who record, not those who only read', () => {
    given().when('register-person', {}, { as: 'business-support' }).then('PersonRegistered')
    given().when('register-person', {}, { as: 'performance-analyst' }).refused('role')
    given(contact(), openCase)
      .when('merge-person', { into: 'B2', reason: 'Same.' }, { as: 'social-worker' })
      .refused('role')
  })
})

describe('a restricted record', () => {
  const as = { as: 'team-manager', by: 'kim.day' } as const
  const restrict = { to: ['kim.day', 'sam.lee'], reason: 'A parent works here.' }
  const restricted = (story: Story) => void story.do('restrict-record', restrict, as)
  const details = { sex: 'F', reason: 'The school told us.' } as const

  it('takes acts only of the people named', () => {
    given(registered).when('restrict-record', restrict, as).then('RecordRestricted')
    given(registered, restricted).when('correct-person-details', details).refused('restricted')
    given(registered, restricted).when('correct-person-details', details, as).then('PersonDetailsCorrected')
  })

  it('still takes a contact from anybody: what people tell of a child must find its way in', () => {
    given(registered, restricted).when('receive-contact', { source: '6', concern: 'Heard.' }).then('ContactReceived')
  })

  it('is opened again by whoever may lift a restriction, also where none of those named is left, and by nobody else', () => {
    const lift = { reason: 'Those named have left.' }
    given(registered, restricted).when('lift-restriction', lift, { as: 'administrator' }).then('RestrictionLifted')
    given(registered, restricted).when('lift-restriction', lift, { as: 'social-worker' }).refused('role')
  })

  it('names whoever restricts it too, and is opened again with a reason', () => {
    given(registered).when('restrict-record', restrict, { as: 'team-manager' }).refused('restricted-to-others')
    given(registered).when('lift-restriction', { reason: 'Over.' }, as).refused('not-restricted')
    const story = given(registered, restricted)
      .when('lift-restriction', { reason: 'Over.' }, as)
      .then('RestrictionLifted')
    expect(story.history().state.person.restrictedTo).toBeUndefined()
  })
})
