import { describe, expect, it } from '@jest/globals'
import { contact, contactDecided, referral, unborn } from '../../testing/steps.js'
import { type Story, given } from '../../testing/story.js'

const about = { contact: contact(), referral } as const

describe.each(['contact', 'referral'] as const)('screening a %s', (kind) => {
  const the = (story: { the: (kind: 'contact' | 'referral') => string }) => ({ about: story.the(kind) })

  it('starts once', () => {
    const story = given(about[kind]).when('start-screening', the).then('ScreeningStarted')
    expect((kind === 'contact' ? story.history().state.contacts : story.history().state.referrals)[0]?.stage).toBe(
      'screening',
    )
    expect(story.ask(story.command('start-screening', the))).toMatchObject({ refusals: [{ rule: 'stage' }] })
  })

  it('rates the priority, and may rate it again', () => {
    const rate = (priority: 'RED' | 'GREEN') => (story: Parameters<typeof the>[0]) => ({
      ...the(story),
      priority,
      reason: 'As told.',
    })
    const story = given(about[kind])
      .when('rate-priority', rate('RED'))
      .then(['PriorityRated', { priority: 'RED' }])
    story.do('rate-priority', rate('GREEN'))
    const [matter] = kind === 'contact' ? story.history().state.contacts : story.history().state.referrals
    expect(matter?.screening.priority?.level).toBe('GREEN')
  })

  it('asks partners, and records what came back, or that nothing did', () => {
    const story = given(about[kind])
      .when('request-information', (s) => ({ ...the(s), agency: 'HEALTH', asked: 'Is the child known to you?' }))
      .then(['InformationRequested', { agency: 'HEALTH' }])
    const request = () => ({ request: story.the('request') })
    story.do('information-not-received', { ...request(), reason: 'Risk is too high to wait.' })
    expect(story.history().state.requests[0]?.stage).toBe('not-received')
    story.do('receive-information', { ...request(), reply: 'Known, no concerns.' })
    expect(story.history().state.requests[0]?.stage).toBe('received')
    expect(story.ask(story.command('information-not-received', { ...request(), reason: 'Late.' }))).toMatchObject({
      refusals: [{ rule: 'stage' }],
    })
  })

  it('records the consent position, with the reason where consent was refused or is not needed', () => {
    given(about[kind])
      .when('record-consent', (s) => ({ ...the(s), consent: 'GIVEN' }))
      .then('ConsentRecorded')
    given(about[kind])
      .when('record-consent', (s) => ({ ...the(s), consent: 'NOT_NEEDED' }))
      .refused('reason-needed')
    given(about[kind])
      .when('record-consent', (s) => ({ ...the(s), consent: 'REFUSED', reason: 'Wants no contact.' }))
      .then(['ConsentRecorded', { consent: 'REFUSED' }])
  })

  it("hears the child's voice", () => {
    const story = given(about[kind])
      .when('record-voice', (s) => ({ ...the(s), how: 'CANNOT_YET_TALK', voice: 'I am often cold.' }))
      .then(['ChildVoiceRecorded', { voice: 'I am often cold.' }])
    expect(story.history().state.voices).toHaveLength(1)
  })

  it('is concluded with an analysis', () => {
    given(about[kind], (s) => void s.do('start-screening', the))
      .when('conclude-screening', (s) => ({
        ...the(s),
        historyConsidered: true,
        analysis: 'The third contact in a year.',
      }))
      .then(['ScreeningConcluded', { historyConsidered: true }])
    given(about[kind])
      .when('conclude-screening', (s) => ({ ...the(s), historyConsidered: true, analysis: 'Early.' }))
      .refused('stage')
  })
})

describe('screening', () => {
  it('is of an undecided contact or referral', () => {
    given(contact(), contactDecided('NFA'))
      .when('rate-priority', (s) => ({ about: s.the('contact'), priority: 'RED', reason: 'Late.' }))
      .refused('stage')
    given(contact()).when('start-screening', { about: 'elsewhere' }).refused('unknown-item')
  })

  it('hears an unborn child as an unborn child, and a born child as itself', () => {
    given(unborn, contact())
      .when('record-voice', (s) => ({ about: s.the('contact'), how: 'SAID', voice: 'x' }))
      .refused('unborn')
    given(unborn, contact())
      .when('record-voice', (s) => ({ about: s.the('contact'), how: 'UNBORN', voice: 'I will need a calm home.' }))
      .then('ChildVoiceRecorded')
    given(contact())
      .when('record-voice', (s) => ({ about: s.the('contact'), how: 'UNBORN', voice: 'x' }))
      .refused('not-unborn')
  })

  it('lets a partner answer what was asked of their own agency, and nothing else', () => {
    const asked = (s: Story) =>
      void s.do('request-information', { about: s.the('contact'), agency: 'POLICE', asked: 'Any call-outs?' })
    const reply = (s: Story) => ({ request: s.the('request'), reply: 'Two call-outs.' })
    const reason = (s: Story) => ({ request: s.the('request'), reason: 'The system is down.' })
    for (const team of ['Health', 'Fire and Rescue']) {
      given(contact(), asked).when('receive-information', reply, { as: 'partner', team }).refused('other-agency')
      given(contact(), asked).when('information-not-received', reason, { as: 'partner', team }).refused('other-agency')
    }
    given(contact(), asked)
      .when('receive-information', reply, { as: 'partner', team: 'Police' })
      .then('InformationReceived')
    given(contact())
      .when('rate-priority', (s) => ({ about: s.the('contact'), priority: 'RED', reason: 'x' }), { as: 'partner' })
      .refused('role')
  })
})
