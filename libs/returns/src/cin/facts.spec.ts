import { describe, expect, it } from '@jest/globals'
import { CASE, REFERRAL, told } from '../../testing/told.js'

const names = (said: readonly (readonly [string, ...unknown[]])[]) => said.map(([type]) => type)

describe('a child in a return', () => {
  it('is registered with all that the return says, from the day of the first referral', async () => {
    const { said } = await told(
      `<UPN>A123456789123</UPN><FormerUPN>X98765432123B</FormerUPN><UPNunknown>UN3</UPNunknown><PersonBirthDate>2015-03-04</PersonBirthDate>
<GenderCurrent>9</GenderCurrent><Ethnicity>WBRI</Ethnicity><Disability>MOB</Disability>`,
      CASE,
    )
    expect(said[0]).toEqual([
      'PersonRegistered',
      '2025-06-03',
      {
        ...{ birthDate: '2015-03-04', sex: 'U', ethnicity: 'WBRI', disabilities: ['MOB'], upnUnknown: 'UN3' },
        ...{ upn: 'A123456789123', formerUpn: 'X98765432123B' },
      },
    ])
  })

  it('is registered as unborn by an expected date alone, and what that cannot hold follows', async () => {
    const { said, state } = await told(
      '<ExpectedPersonBirthDate>2025-10-01</ExpectedPersonBirthDate><Sex>M</Sex><Ethnicity>WBRI</Ethnicity>',
      CASE,
    )
    expect(said[0]).toEqual(['UnbornRegistered', '2025-06-03', { expectedBirthDate: '2025-10-01', ethnicity: 'WBRI' }])
    expect(said.at(-1)).toEqual(['PersonDetailsCorrected', '2026-03-31', { sex: 'M' }])
    expect(state.person).toMatchObject({ stage: 'unborn', sex: 'M' })
  })

  it('keeps the day it was expected as the return says it, and reports one that no pregnancy reaches', async () => {
    const { state, lines } = await told('<ExpectedPersonBirthDate>2026-10-01</ExpectedPersonBirthDate>', CASE)
    expect(state.person.expectedBirthDate).toBe('2026-10-01')
    expect(lines[0]?.contradictions).toMatchObject([{ rule: 'expected-soon' }])
  })

  it('keeps both a date of birth and an expected one', async () => {
    const { state } = await told(
      '<PersonBirthDate>2025-09-28</PersonBirthDate><ExpectedPersonBirthDate>2025-10-01</ExpectedPersonBirthDate>',
    )
    expect(state.person).toMatchObject({ stage: 'living', birthDate: '2025-09-28', expectedBirthDate: '2025-10-01' })
  })

  it('has died, even before the referral', async () => {
    const { said, state, lines } = await told('<PersonDeathDate>2025-05-01</PersonDeathDate>', CASE)
    expect(said.find(([type]) => type === 'DeathRecorded')).toEqual([
      'DeathRecorded',
      '2025-05-01',
      { deathDate: '2025-05-01' },
    ])
    expect(state.person.stage).toBe('died')
    expect(lines[1]?.contradictions).toMatchObject([{ rule: '8555Q' }])
  })

  it('is not imported without an id, and neither are its episodes', async () => {
    const { said, lines } = await told('<LAchildID>?</LAchildID>', CASE)
    expect(said).toEqual([])
    expect(lines.map(({ about, outcome, child, episode }) => [about, outcome, child, episode])).toEqual([
      ['child', 'not imported', '', undefined],
      ['entry', 'not imported', '', undefined],
      ['episode', 'not imported', '', '2025-06-03'],
    ])
  })
})

describe('a referral', () => {
  it('that ended with no further action is decided so, on a day not known', async () => {
    const { said, state } = await told('', `${REFERRAL}<ReferralNFA>true</ReferralNFA>`)
    expect(said.slice(1)).toMatchObject([
      ['ReferralReceived', '2025-06-03', { source: '6' }],
      ['ReferralDecided', '2025-06-03', { outcome: 'NFA', dateUnknown: true }],
    ])
    expect(state.referrals[0]).toMatchObject({ stage: 'closed', nfa: true, imported: true })
    expect(state.referrals[0]?.decidedAt).toBeUndefined()
  })

  it('that went on is open with its need, its outcome not stated, until its closure', async () => {
    const open = await told('', CASE)
    expect(open.state.referrals[0]).toMatchObject({ stage: 'open', nfa: false, need: 'N1', outcome: 'NOT_STATED' })
    const closed = await told(
      '',
      `${CASE}<CINclosureDate>2025-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>`,
    )
    expect(closed.said.at(-1)).toMatchObject(['CaseClosed', '2025-09-01', { closure: 'RC7' }])
    expect(closed.state.referrals[0]).toMatchObject({ stage: 'closed', closureReason: 'RC7' })
  })

  it('without a source or a decision is recorded as unknown and not stated, and the report says so', async () => {
    const { state, lines } = await told('', '<CINreferralDate>2025-06-03</CINreferralDate>')
    expect(state.referrals[0]).toMatchObject({ source: '10', outcome: 'NOT_STATED' })
    expect(lines.filter(({ element }) => element).map(({ element }) => element)).toEqual([
      'ReferralSource',
      'ReferralNFA',
    ])
  })

  it('without a date is not imported, with nothing of its episode', async () => {
    const { said, lines } = await told(
      '',
      '<CINreferralDate>2021-02-30</CINreferralDate><ReferralSource>6</ReferralSource>',
    )
    expect(names(said)).toEqual(['PersonRegistered'])
    expect(lines[1]).toMatchObject({ about: 'episode', line: 12, outcome: 'not imported' })
  })

  it('that closed without a reason is closed all the same, and reported', async () => {
    const { said, state, lines } = await told('', `${CASE}<CINclosureDate>2025-09-01</CINclosureDate>`)
    expect(said.at(-1)).toMatchObject(['CaseClosed', '2025-09-01', { closure: 'NOT_STATED' }])
    expect(state.referrals[0]).toMatchObject({ stage: 'closed', closedAt: '2025-09-01' })
    expect(lines[1]?.contradictions).toMatchObject([{ rule: '8805' }])
  })

  it.each(['', '<CINclosureDate>2025-02-30</CINclosureDate>'])(
    'that has a reason to close and no day stays open, keeps the reason, and is reported: %s',
    async (day) => {
      const { said, state, lines } = await told('', `${CASE}${day}<ReasonForClosure>RC7</ReasonForClosure>`)
      expect(said.at(-1)).toMatchObject(['CaseClosed', '2025-06-03', { closure: 'RC7', dateUnknown: true }])
      expect(state.referrals[0]).toMatchObject({ stage: 'open', closureReason: 'RC7' })
      expect(lines[1]?.contradictions).toMatchObject([{ rule: '8810' }])
    },
  )

  it('that the return closes before it came is closed all the same, and reported', async () => {
    const { state, lines } = await told(
      '',
      `${CASE}<CINclosureDate>2025-01-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>`,
    )
    expect(state.referrals[0]).toMatchObject({ stage: 'closed', closedAt: '2025-01-01' })
    expect(lines[1]?.contradictions?.map(({ rule }) => rule)).toContain('8630')
  })
})

describe('an assessment', () => {
  const START = '<AssessmentActualStartDate>2025-06-04</AssessmentActualStartDate>'
  const FACTORS = '<AssessmentFactors>4B</AssessmentFactors>'

  it('is completed and authorised on the day of its authorisation', async () => {
    const authorised = '<AssessmentAuthorisationDate>2025-07-10</AssessmentAuthorisationDate>'
    const { said } = await told('', `${CASE}<Assessments>${START}${authorised}${FACTORS}</Assessments>`)
    expect(said.slice(3)).toMatchObject([
      ['AssessmentStarted', '2025-06-04', {}],
      ['AssessmentCompleted', '2025-07-10', { outcome: 'NOT_STATED', factors: ['4B'] }],
      ['AssessmentAuthorised', '2025-07-10', {}],
    ])
  })

  it('that is not authorised stays open; factors it has all the same are kept, and reported', async () => {
    const { said, state, lines } = await told('', `${CASE}<Assessments>${START}${FACTORS}</Assessments>`)
    expect(said.at(-1)).toMatchObject(['AssessmentStarted', '2025-06-04', { factors: ['4B'] }])
    expect(state.assessments[0]).toMatchObject({ stage: 'started', factors: ['4B'] })
    expect(lines[1]?.contradictions).toMatchObject([{ rule: '8614' }])
  })

  it('is reviewed on the days of its internal reviews, before or after its authorisation', async () => {
    const review = (day: string) => `<AssessmentInternalReviewDate>${day}</AssessmentInternalReviewDate>`
    const { said, state } = await told(
      '',
      `${CASE}<Assessments>${START}${review('2025-07-14')}${review('2025-06-18')}
<AssessmentAuthorisationDate>2025-07-10</AssessmentAuthorisationDate>${FACTORS}</Assessments>`,
    )
    expect(said.slice(4).map(([type, day]) => [type, day])).toEqual([
      ['AssessmentReviewed', '2025-06-18'],
      ['AssessmentCompleted', '2025-07-10'],
      ['AssessmentAuthorised', '2025-07-10'],
      ['AssessmentReviewed', '2025-07-14'],
    ])
    expect(said[4]?.[2]).toMatchObject({ outcome: 'NOT_STATED' })
    expect(state.assessments[0]).toMatchObject({ stage: 'authorised', reviews: ['2025-06-18', '2025-07-14'] })
  })
})

describe('the events of a child', () => {
  it('come in order of occurrence', async () => {
    const { said } = await told(
      '<PersonDeathDate>2025-12-24</PersonDeathDate>',
      `${CASE}<CINclosureDate>2025-12-24</CINclosureDate><ReasonForClosure>RC2</ReasonForClosure>
<Assessments><AssessmentActualStartDate>2025-06-05</AssessmentActualStartDate></Assessments>
<Section47><S47ActualStartDate>2025-06-04</S47ActualStartDate></Section47>`,
    )
    const days = said.map(([, day]) => day)
    expect(days).toEqual(days.toSorted())
    expect(names(said)[0]).toBe('PersonRegistered')
  })

  it('have ids that hold nothing of the UPN', async () => {
    const ids = async (upn: string) => (await told(`<UPN>${upn}</UPN>`, CASE)).events.map(({ id }) => id)
    expect(await ids('A123456789123')).toEqual(await ids('B999999999999'))
  })
})
