import { describe, expect, it } from '@jest/globals'
import { CASE, told } from '../../testing/told.js'

describe('plans', () => {
  const plan = (rest: string, category = 'NEG') =>
    `${CASE}<DateOfInitialCPC>2025-06-18</DateOfInitialCPC><ChildProtectionPlans><CPPstartDate>2025-06-18</CPPstartDate>
<InitialCategoryOfAbuse>${category}</InitialCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>${rest}</ChildProtectionPlans>`

  it('of a child in need start and end', async () => {
    const dates = '<CINPlanStartDate>2025-07-01</CINPlanStartDate><CINPlanEndDate>2025-11-03</CINPlanEndDate>'
    const { said } = await told('', `${CASE}<CINPlanDates>${dates}</CINPlanDates>`)
    expect(said.slice(-2)).toMatchObject([
      ['CinPlanStarted', '2025-07-01', {}],
      ['CinPlanEnded', '2025-11-03', { ending: 'NOT_STATED' }],
    ])
  })

  it('of a child who moved in come from the transfer-in conference', async () => {
    const { said, state } = await told('', plan(''))
    expect(said.slice(-2)).toMatchObject([
      ['ConferenceHeld', '2025-06-18', { kind: 'TRANSFER_IN', outcome: 'CP' }],
      ['ProtectionPlanStarted', '2025-06-18', { conference: state.conferences[0]?.id }],
    ])
  })

  it('are reviewed in order, and a category that changed is that of the last review', async () => {
    const { said, state } = await told(
      '',
      plan(`<LatestCategoryOfAbuse>MUL</LatestCategoryOfAbuse><CPPendDate>2026-03-02</CPPendDate>
<Reviews><CPPreviewDate>2026-02-02</CPPreviewDate><CPPreviewDate>2025-09-01</CPPreviewDate></Reviews>`),
    )
    expect(said.slice(-3)).toMatchObject([
      ['ProtectionPlanReviewed', '2025-09-01', { outcome: 'CONTINUE' }],
      ['ProtectionPlanReviewed', '2026-02-02', { category: 'MUL' }],
      ['ProtectionPlanEnded', '2026-03-02', { ending: 'NOT_STATED' }],
    ])
    expect(state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'MUL' })
  })

  it('without a review have the category that changed from their start', async () => {
    const { said, state, lines } = await told('', plan('<LatestCategoryOfAbuse>MUL</LatestCategoryOfAbuse>'))
    expect(said.at(-1)).toMatchObject([
      'ProtectionPlanStarted',
      '2025-06-18',
      { category: 'NEG', latestCategory: 'MUL' },
    ])
    expect(state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'MUL' })
    expect(lines.filter(({ about }) => about === 'entry')).toEqual([])
  })

  it('are kept without a category, and reported', async () => {
    const { state, lines } = await told('', plan('<CPPreviewDate>2025-09-01</CPPreviewDate>', 'XXX'))
    expect(state.protectionPlans).toMatchObject([{ category: 'NOT_STATED', reviews: ['2025-09-01'] }])
    expect(lines[1]?.contradictions).toMatchObject([{ rule: '8905' }])
    expect(lines.at(-1)).toMatchObject({
      element: 'InitialCategoryOfAbuse',
      says: 'InitialCategoryOfAbuse XXX cannot be understood, so it is not recorded.',
    })
  })

  it('are kept without the number of plans before, and the report says so', async () => {
    const none = plan('').replace('<NumberOfPreviousCPP>0</NumberOfPreviousCPP>', '')
    const { said, lines } = await told('', none)
    expect(said.at(-1)?.[2]).not.toHaveProperty('previousPlans')
    expect(lines.at(-1)).toMatchObject({ element: 'NumberOfPreviousCPP', outcome: 'not imported' })
  })

  it('are kept with nothing but the day they started', async () => {
    const bare = `${CASE}<ChildProtectionPlans><CPPstartDate>2025-06-18</CPPstartDate></ChildProtectionPlans>`
    const { state } = await told('', bare)
    expect(state.protectionPlans).toMatchObject([{ category: 'NOT_STATED', latestCategory: 'NOT_STATED' }])
  })

  it.each([
    ['2025-03-31', true],
    ['2025-04-01', undefined],
  ])('that started on %s are carried over into the return of the year to 31 March 2026: %s', async (day, carried) => {
    const started = `<ChildProtectionPlans><CPPstartDate>${day}</CPPstartDate></ChildProtectionPlans>`
    const { said, lines } = await told('', CASE.replace('2025-06-03', '2025-03-03') + started)
    expect(said.at(-1)?.[2]).toHaveProperty('plan')
    expect(said.at(-1)?.[2]['carriedOver']).toBe(carried)
    expect(lines[1]?.contradictions?.some(({ rule }) => rule === '2885')).toBe(!carried)
  })
})
