import { asCorrected, eventsOf } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { CASE, PERSON, REFERRAL, after, last, next } from '../../testing/later.js'
import { childOf, returnOf } from '../../testing/writing.js'

describe('what a later return says otherwise', () => {
  const closed = (day: string, reason: string) =>
    `<CINclosureDate>${day}</CINclosureDate><ReasonForClosure>${reason}</ReasonForClosure>`

  it.each([
    ['another source', CASE, CASE.replace('>6<', '>2A<'), { source: '2A' }],
    ['another need', CASE, CASE.replace('N1', 'N4'), { need: 'N4' }],
    ['no further action after all', CASE, CASE.replace('>0<', '>1<'), { outcome: 'NFA' }],
    ['further action after all', CASE.replace('>0<', '>1<'), CASE, { outcome: 'NOT_STATED' }],
    [
      'a closure that moved',
      CASE + closed('2025-01-06', 'RC7'),
      CASE + closed('2025-02-03', 'RC7'),
      { occurredAt: '2025-02-03' },
    ],
    [
      'a closure for another reason',
      CASE + closed('2025-01-06', 'RC7'),
      CASE + closed('2025-01-06', 'RC5'),
      { closure: 'RC5' },
    ],
  ])('becomes a correction of what was recorded: %s', async (_, first, second, changed) => {
    const { events, lines, imported } = await after(last(childOf(PERSON, first)), next(childOf(PERSON, second)))
    expect(events).toMatchObject([{ type: 'DecisionCorrected', occurredAt: '2026-03-31', data: { changed } }])
    expect(events[0]?.words['reason']).toContain('A later census return says so')
    expect(lines[1]).toMatchObject({ outcome: 'corrected', says: expect.stringMatching(/^Corrected: .+\.$/) })
    const corrected = asCorrected(eventsOf(imported.history('T1'))).find(({ id }) => id === events[0]?.data['event'])
    expect({ ...corrected?.data, occurredAt: corrected?.occurredAt }).toMatchObject(changed)
  })

  it('takes back that no conference was needed, once there is one', async () => {
    const enquiry = (rest: string) =>
      `${CASE}<Section47><S47ActualStartDate>2025-03-20</S47ActualStartDate>${rest}</Section47>`
    const { types, state } = await after(
      last(childOf(PERSON, enquiry('<ICPCnotRequired>1</ICPCnotRequired>'))),
      next(
        childOf(PERSON, enquiry('<DateOfInitialCPC>2025-04-08</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired>')),
      ),
    )
    expect(types).toEqual(['ConferenceHeld', 'DecisionCorrected'])
    expect(state.section47s[0]).toMatchObject({ stage: 'ended', conferenceAt: '2025-04-08' })
    expect(state.section47s[0]?.conferenceNotRequired).toBeUndefined()
  })

  it('does not take that back again for the return that had said otherwise before', async () => {
    const enquiry = (rest: string) =>
      `${CASE}<Section47><S47ActualStartDate>2025-03-20</S47ActualStartDate>${rest}</Section47>`
    const held = last(
      childOf(PERSON, enquiry('<DateOfInitialCPC>2025-03-28</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired>')),
    )
    const notRequired = next(childOf(PERSON, enquiry('<ICPCnotRequired>1</ICPCnotRequired>')))
    const { events, state } = await after(held, notRequired, held)
    expect(events).toEqual([])
    expect(state.section47s[0]).toMatchObject({ conferenceAt: '2025-03-28', conferenceNotRequired: true })
  })

  it('does not take what a return leaves out for a change', async () => {
    const { events } = await after(
      last(childOf(PERSON, CASE + closed('2025-01-06', 'RC7'))),
      next(childOf('', REFERRAL)),
    )
    expect(events).toEqual([])
  })
})

describe('an earlier return, read again or late', () => {
  it('brings nothing back that a later one has corrected', async () => {
    const first = last(childOf(PERSON, CASE))
    const second = next(childOf(PERSON.replace('WBRI', 'WIRI'), CASE.replace('N1', 'N4')))
    const { lines, events } = await after(first, second, first)
    expect(events).toEqual([])
    expect(lines[0]?.says).toContain('Ethnicity: the file differs from what is here, which is newer.')
    expect(lines[1]?.says).toContain('Primary need: N1 in the file, N4 here, which is newer.')
  })

  it('brings nothing back where neither says as of which day it speaks', async () => {
    const bare = (person: string) => `<Message><Children>${childOf(person, CASE)}</Children></Message>`
    const { events } = await after(bare(PERSON), bare(PERSON.replace('WBRI', 'WIRI')), bare(PERSON))
    expect(events).toEqual([])
  })

  it('does not correct what a return of a later year told first', async () => {
    const closure = '<CINclosureDate>2025-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>'
    const { events } = await after(
      next(childOf(PERSON, CASE + closure)),
      last(childOf(PERSON.replace('WBRI', 'NOBT'), CASE.replace('N1', 'N0'))),
    )
    expect(events).toEqual([])
  })

  it('fills in the years before', async () => {
    const earlier = CASE.replace('2024-06-03', '2022-06-06').replace('>0<', '>1<')
    const { types, state } = await after(next(childOf(PERSON, CASE)), last(childOf(PERSON, earlier)))
    expect(types).toEqual(['ReferralReceived', 'ReferralDecided'])
    expect(state.referrals).toHaveLength(2)
  })

  it('of the same day may correct, but a superseded one does not come back', async () => {
    const resubmitted = next(childOf(PERSON, CASE.replace('N1', 'N4')))
    const { events } = await after(next(childOf(PERSON, CASE)), resubmitted, next(childOf(PERSON, CASE)))
    expect(events).toEqual([])
    expect((await after(next(childOf(PERSON, CASE)), resubmitted)).types).toEqual(['DecisionCorrected'])
  })

  it('comes back to a value that was given up, where a still later return says so', async () => {
    const { state } = await after(
      returnOf(childOf(PERSON, CASE), '2024-06-30'),
      last(childOf(PERSON, CASE.replace('N1', 'N4'))),
      next(childOf(PERSON, CASE)),
    )
    expect(state.referrals[0]?.need).toBe('N1')
  })
})
