import { describe, expect, it } from '@jest/globals'
import { ASSESSMENT, CASE, PERSON, after, last, next } from '../../testing/later.js'
import { childOf } from '../../testing/writing.js'

describe('a later return', () => {
  it('adds what came after: an assessment authorised, a plan ended, a closure', async () => {
    const open = `${CASE}<Assessments>${ASSESSMENT}</Assessments><CINPlanDates><CINPlanStartDate>2024-07-01</CINPlanStartDate></CINPlanDates>`
    const closed = `${CASE}<CINclosureDate>2025-08-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
<Assessments>${ASSESSMENT}<AssessmentAuthorisationDate>2025-04-10</AssessmentAuthorisationDate><AssessmentFactors>4B</AssessmentFactors></Assessments>
<CINPlanDates><CINPlanStartDate>2024-07-01</CINPlanStartDate><CINPlanEndDate>2025-07-31</CINPlanEndDate></CINPlanDates>`
    const { types, lines, state } = await after(last(childOf(PERSON, open)), next(childOf(PERSON, closed)))
    expect(types).toEqual(['AssessmentCompleted', 'AssessmentAuthorised', 'CinPlanEnded', 'CaseClosed'])
    expect(lines.map(({ outcome, events }) => [outcome, events])).toEqual([
      ['added to', 0],
      ['added to', 4],
    ])
    expect(state.referrals).toHaveLength(1)
  })

  const DAY = '<CINclosureDate>2025-01-06</CINclosureDate>'
  const REASON = '<ReasonForClosure>RC7</ReasonForClosure>'
  it.each([
    ['the day', REASON, DAY + REASON, { occurredAt: '2025-01-06', dateUnknown: false }],
    ['the day alone', REASON, DAY, { occurredAt: '2025-01-06', dateUnknown: false }],
    ['the reason', DAY, DAY + REASON, { closure: 'RC7' }],
    ['the reason alone', DAY, REASON, { closure: 'RC7' }],
  ])('brings what was missing of a closure: %s', async (_, first, second, changed) => {
    const { events, state } = await after(last(childOf(PERSON, CASE + first)), next(childOf(PERSON, CASE + second)))
    expect(events).toMatchObject([{ type: 'DecisionCorrected', data: { changed } }])
    expect(state.referrals[0]).toMatchObject({ stage: 'closed', closedAt: '2025-01-06', closureReason: 'RC7' })
    const again = await after(
      last(childOf(PERSON, CASE + first)),
      next(childOf(PERSON, CASE + second)),
      last(childOf(PERSON, CASE + first)),
    )
    expect(again.events).toEqual([])
  })

  it('brings the day of a closure on the very day of the referral', async () => {
    const sameDay = `<CINclosureDate>2024-06-03</CINclosureDate>${REASON}`
    const { lines, state } = await after(last(childOf(PERSON, CASE + REASON)), next(childOf(PERSON, CASE + sameDay)))
    expect(lines[1]?.says).toBe('Corrected: day of case closed.')
    expect(state.referrals[0]).toMatchObject({ stage: 'closed', closedAt: '2024-06-03' })
  })

  it('authorises an assessment that had its factors before', async () => {
    const factors = (...all: string[]) => all.map((code) => `<AssessmentFactors>${code}</AssessmentFactors>`).join('')
    const authorised = '<AssessmentAuthorisationDate>2025-04-10</AssessmentAuthorisationDate>'
    const { types, state } = await after(
      last(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}${factors('4B')}</Assessments>`)),
      next(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}${authorised}${factors('4B', '16A')}</Assessments>`)),
    )
    expect(types).toEqual(['AssessmentCompleted', 'AssessmentAuthorised'])
    expect(state.assessments[0]).toMatchObject({ stage: 'authorised', factors: ['4B', '16A'] })
  })

  it('adds new episodes, and leaves alone what it no longer holds', async () => {
    const again = CASE.replace('2024-06-03', '2025-10-06')
    const { types, lines, state } = await after(last(childOf(PERSON, CASE)), next(childOf(PERSON, again)))
    expect(types).toEqual(['ReferralReceived', 'ReferralDecided'])
    expect(lines[1]).toMatchObject({ outcome: 'added', episode: '2025-10-06' })
    expect(state.referrals).toHaveLength(2)
  })

  it('tells of an older episode that the new one now contradicts', async () => {
    const again = CASE.replace('2024-06-03', '2025-10-06')
    const { lines } = await after(last(childOf(PERSON, CASE)), next(childOf(PERSON, again)))
    expect(lines[0]?.contradictions?.length).toBe(undefined)
    expect(lines[1]?.contradictions?.map(({ rule }) => rule)).toEqual(['8815', '8816', '8820'])
    const earlier = await after(next(childOf(PERSON, again)), next(childOf(PERSON, CASE)))
    expect(earlier.lines[0]?.contradictions?.map(({ rule }) => rule)).toEqual(['8820'])
  })

  it('tells of the birth of a child who was expected', async () => {
    const unborn = '<ExpectedPersonBirthDate>2024-10-01</ExpectedPersonBirthDate><Sex>U</Sex>'
    const born =
      '<UPN>A123456789123</UPN><PersonBirthDate>2024-09-28</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity>'
    const { events, state } = await after(last(childOf(unborn, CASE)), next(childOf(born, CASE)))
    expect(events).toMatchObject([
      { type: 'BirthRecorded', occurredAt: '2024-09-28', data: { birthDate: '2024-09-28', sex: 'F' } },
      { type: 'PersonDetailsCorrected', data: { ethnicity: 'WBRI' }, words: { upn: 'A123456789123' } },
    ])
    expect(state.person).toMatchObject({ stage: 'living', birthDate: '2024-09-28', expectedBirthDate: undefined })
  })

  it('tells of a death, and of details that changed', async () => {
    const changed = `${PERSON.replace('WBRI', 'WIRI')}<Disability>MOB</Disability><PersonDeathDate>2025-12-01</PersonDeathDate>`
    const { events, lines, state } = await after(last(childOf(PERSON, CASE)), next(childOf(changed, CASE)))
    expect(events).toMatchObject([
      { type: 'DeathRecorded', occurredAt: '2025-12-01' },
      {
        type: 'PersonDetailsCorrected',
        occurredAt: '2026-03-31',
        data: { ethnicity: 'WIRI', disabilities: ['MOB'] },
        words: { reason: expect.stringMatching(/^A later census return says so \(return-\d+\.xml\)$/) },
      },
    ])
    expect(lines[0]).toMatchObject({ outcome: 'added to', events: 2 })
    expect(state.person).toMatchObject({ stage: 'died', ethnicity: 'WIRI' })
  })

  it('does not take the same disabilities in another order for a change', async () => {
    const disabled = (...all: string[]) => PERSON + all.map((each) => `<Disability>${each}</Disability>`).join('')
    const { events } = await after(
      last(childOf(disabled('MOB', 'LD'), CASE)),
      next(childOf(disabled('LD', 'MOB'), CASE)),
    )
    expect(events).toEqual([])
  })
})
