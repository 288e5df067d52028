import { describe, expect, it } from '@jest/globals'
import { contact, contactDecided, later, openCase, referral, registered } from '../../testing/steps.js'
import { Story, given } from '../../testing/story.js'

describe('recording a contact', () => {
  it('registers a child who is not yet known, in the same act', () => {
    given()
      .when('receive-contact', {
        source: '6',
        domesticAbuse: true,
        concern: 'Shouting was heard.',
        person: { givenName: 'Robin', birthDate: '2015-03-04' },
      })
      .then(
        ['PersonRegistered', { birthDate: '2015-03-04', givenName: 'Robin' }],
        ['ContactReceived', { source: '6', domesticAbuse: true, concern: 'Shouting was heard.' }],
      )
  })

  it('records a child of whom nothing is known yet', () => {
    given()
      .when('receive-contact', { source: '9', concern: 'A baby was heard crying.' })
      .then('PersonRegistered', 'ContactReceived')
  })

  it('registers an unborn child by the date expected', () => {
    const story = given()
      .when('receive-contact', {
        source: '3F',
        concern: 'Late booking.',
        person: { expectedBirthDate: '2025-10-01', familyName: 'Example' },
      })
      .then('UnbornRegistered', 'ContactReceived')
    expect(story.history().state.person).toMatchObject({ stage: 'unborn', sex: 'U', expectedBirthDate: '2025-10-01' })
  })

  it('asks for the details of a known child to be corrected elsewhere', () => {
    given(registered)
      .when('receive-contact', { source: '6', concern: 'Heard.', person: { givenName: 'Other' } })
      .refused('already-registered')
  })

  it('goes to the allocated worker when a case is open', () => {
    given(openCase)
      .when('receive-contact', { source: '2A', concern: 'Absent again.' })
      .then(['ContactReceived', { openCase: 'id-4' }])
  })

  it('refuses a UPN that cannot be right, a date of birth in the future and NONE beside a disability, all at once', () => {
    given()
      .when('receive-contact', {
        source: '6',
        concern: 'Heard.',
        person: { upn: 'B123456789012', birthDate: '2025-07-01', disabilities: ['NONE', 'LD'] },
      })
      .refused('future', 'upn-check-letter', 'none-alone')
  })

  it('refuses a contact of the future, and takes one that is only now recorded', () => {
    given().when('receive-contact', { source: '6', concern: 'Heard.' }, { at: '2025-06-03' }).refused('future')
    given()
      .when('receive-contact', { source: '6', concern: 'Heard.' }, { at: '2025-05-20' })
      .then('PersonRegistered', 'ContactReceived')
  })

  it('refuses a source that was not in use on the day', () => {
    given()
      .when('receive-contact', { source: '5D', concern: 'Heard.' }, { at: '2021-05-20' })
      .refused('code-not-in-use')
  })

  it('is for those whose role allows it', () => {
    const refusals = given()
      .when('receive-contact', { source: '6', concern: 'Heard.' }, { as: 'reviewer' })
      .refused('role')
    expect(refusals[0]?.message).toContain('Your role (reviewer) may not do this: Record a contact.')
  })

  it('is one act for several children, brothers and sisters told so in each history', () => {
    const story = new Story('A1')
    const command = story.command('receive-contact', {
      source: '2A',
      concern: 'All three came hungry.',
      siblings: true,
    })
    story.run({
      ...command,
      children: ['A1', 'B2', 'C3'].map((child) => ({ child, input: command.children[0]?.input ?? ({} as never) })),
    })
    for (const [child, others] of [
      ['A1', ['B2', 'C3']],
      ['B2', ['A1', 'C3']],
      ['C3', ['A1', 'B2']],
    ] as const) {
      const { state } = story.history(child)
      expect(state.contacts).toHaveLength(1)
      expect(state.person.relations.map(({ other }) => other).sort()).toEqual(others)
    }
    expect(new Set(story.fresh.map(({ cause }) => cause)).size).toBe(1)
  })

  it('happens for all of them or for none', () => {
    const story = new Story('A1')
    const command = story.command('receive-contact', { source: '2A', concern: 'Hungry.' })
    const input = command.children[0]?.input as object
    const decided = story.ask({
      ...command,
      children: [
        { child: 'A1', input: input as never },
        { child: 'B2', input: { ...input, person: { birthDate: '2030-01-01' } } as never },
      ],
    })
    expect(decided).toMatchObject({ refusals: [{ rule: 'future', child: 'B2', field: 'person.birthDate' }] })
  })
})

describe('advice and support', () => {
  it('records what was asked, what was advised and what follows', () => {
    given(registered)
      .when('give-consultation', {
        source: '2A',
        question: 'Should we refer?',
        advice: 'Offer early help first.',
        followUp: 'EARLY_HELP',
      })
      .then(['ConsultationGiven', { followUp: 'EARLY_HELP', advice: 'Offer early help first.' }])
  })
})

describe('deciding on a contact', () => {
  it.each(['NFA', 'INFO_ADVICE', 'SIGNPOST', 'EH_REFERRAL'] as const)('ends it with %s, with a reason', (outcome) => {
    const story = given(contact())
      .when('decide-contact', (s) => ({ contact: s.the('contact'), outcome, reason: 'Nothing more is needed.' }))
      .then(['ContactDecided', { outcome, reason: 'Nothing more is needed.' }])
    expect(story.history().state.contacts[0]).toMatchObject({ stage: 'decided', outcome })
  })

  it('makes it a referral, which takes on what was gathered', () => {
    const story = given(contact({ source: '6', agency: 'Northtown police', domesticAbuse: true, outOfHours: true }))
      .story.do('rate-priority', (s) => ({ about: s.the('contact'), priority: 'AMBER', reason: 'Harm is likely.' }))
      .do('decide-contact', (s) => ({ contact: s.the('contact'), outcome: 'CIN_REFERRAL', reason: 'Needs assessing.' }))
    expect(story.history().state.referrals[0]).toMatchObject({
      stage: 'received',
      source: '6',
      agency: 'Northtown police',
      domesticAbuse: true,
      outOfHours: true,
      screening: { priority: { level: 'AMBER' } },
    })
  })

  it('is not a referral while a case or a referral is open', () => {
    for (const before of [openCase, referral]) {
      const [refusal] = given(before, contact())
        .when('decide-contact', (s) => ({
          contact: s.the('contact'),
          outcome: 'CIN_REFERRAL',
          reason: 'New information.',
        }))
        .refused('case-already-open')
      expect(refusal?.message).toContain('has been open since 2 June 2025. Select OPEN_CASE')
    }
    given(openCase, contact())
      .when('decide-contact', (s) => ({ contact: s.the('contact'), outcome: 'OPEN_CASE', reason: 'For the worker.' }))
      .then('ContactDecided')
    given(contact())
      .when('decide-contact', (s) => ({ contact: s.the('contact'), outcome: 'OPEN_CASE', reason: 'For the worker.' }))
      .refused('no-open-case')
  })

  it('is made once', () => {
    const [refusal] = given(contact(), contactDecided('NFA'))
      .when('decide-contact', (s) => ({ contact: s.the('contact'), outcome: 'SIGNPOST', reason: 'Again.' }))
      .refused('stage')
    expect(refusal?.message).toBe(
      'The contact is decided since 2 June 2025. “Decide what happens after a contact” is for one that is received or in screening.',
    )
  })

  it('does not come before the contact', () => {
    given(contact())
      .when('decide-contact', (s) => ({ contact: s.the('contact'), outcome: 'NFA', reason: 'No.' }), {
        at: '2025-06-01',
      })
      .refused('before-its-start')
  })

  it('needs a contact of this child', () => {
    given(registered)
      .when('decide-contact', { contact: 'nothing', outcome: 'NFA', reason: 'No.' })
      .refused('unknown-item')
  })

  it('ends a red contact without action only after a manager has looked at it', () => {
    const red = given(contact()).story.do('rate-priority', (s) => ({
      about: s.the('contact'),
      priority: 'RED',
      reason: 'Injury.',
    }))
    const nfa = () =>
      red.command('decide-contact', { contact: red.the('contact'), outcome: 'NFA', reason: 'Explained.' })
    expect(red.ask(nfa())).toMatchObject({ refusals: [{ rule: 'red-ends-with-oversight' }] })
    red.do('record-oversight', { about: red.the('contact'), view: 'AGREE', rationale: 'The explanation fits.' })
    expect(red.ask(nfa())).toMatchObject({ changes: [{ events: [{ type: 'ContactDecided' }] }] })
  })
})

describe('telling the referrer', () => {
  it('is recorded for a contact and for a referral', () => {
    const one = given(contact(), contactDecided('NFA'))
      .when('inform-referrer', (s) => ({ about: s.the('contact'), told: 'No further action, and why.' }))
      .then('ReferrerInformed')
    expect(one.history().state.contacts[0]?.informedAt).toBe('2025-06-02T09:02+01:00')
    const two = given(referral, later(1))
      .when('inform-referrer', (s) => ({ about: s.the('referral'), told: 'It is being screened.', method: 'EMAIL' }))
      .then('ReferrerInformed')
    expect(two.history().state.referrals[0]?.informedAt).toBe('2025-06-03T09:02+01:00')
  })
})
