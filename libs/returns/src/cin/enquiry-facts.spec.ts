import { describe, expect, it } from '@jest/globals'
import { CASE, told } from '../../testing/told.js'

describe('a section 47 enquiry', () => {
  const enquiry = (rest: string) =>
    `${CASE}<Section47><S47ActualStartDate>2025-06-04</S47ActualStartDate>${rest}</Section47>`
  const HELD = '<DateOfInitialCPC>2025-06-18</DateOfInitialCPC>'

  it('without a conference required is concluded, on a day not known', async () => {
    const { said, state } = await told('', enquiry('<ICPCnotRequired>1</ICPCnotRequired>'))
    expect(said.at(-1)).toMatchObject([
      'Section47Concluded',
      '2025-06-04',
      { outcome: 'NOT_STATED', dateUnknown: true },
    ])
    expect(state.section47s[0]).toMatchObject({ stage: 'ended', conferenceNotRequired: true })
  })

  it('that waits for its conference stays open', async () => {
    const { state } = await told('', enquiry('<ICPCnotRequired>0</ICPCnotRequired>'))
    expect(state.section47s[0]?.stage).toBe('started')
  })

  it('ends with its conference, whose outcome is a plan where one of the episode starts that day', async () => {
    const plan = `<ChildProtectionPlans><CPPstartDate>2025-06-18</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP></ChildProtectionPlans>`
    const alone = await told('', enquiry(HELD))
    expect(alone.said.at(-1)).toMatchObject([
      'ConferenceHeld',
      '2025-06-18',
      { kind: 'INITIAL', outcome: 'NOT_STATED' },
    ])
    const { said, state } = await told('', enquiry(HELD) + plan)
    expect(said.slice(-2)).toMatchObject([
      ['ConferenceHeld', '2025-06-18', { outcome: 'CP', section47: state.section47s[0]?.id }],
      [
        'ProtectionPlanStarted',
        '2025-06-18',
        { category: 'NEG', previousPlans: 1, conference: state.conferences[0]?.id },
      ],
    ])
  })

  it('that both had its conference and needed none keeps both, and is reported once the case is closed', async () => {
    const closed = '<CINclosureDate>2025-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>'
    const { state, lines } = await told('', enquiry(`${HELD}<ICPCnotRequired>1</ICPCnotRequired>`) + closed)
    expect(state.section47s[0]).toMatchObject({ conferenceNotRequired: true, conferenceAt: '2025-06-18' })
    expect(lines[1]?.contradictions?.map(({ rule }) => rule)).toContain('8868')
  })
})
