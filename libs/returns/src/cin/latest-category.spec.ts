import { describe, expect, it } from '@jest/globals'
import { CASE, PERSON, after, last, next } from '../../testing/later.js'
import { childOf, returnOf } from '../../testing/writing.js'

/** A child on a plan since July 2024: its first and latest category, and the days of its reviews. */
function plan(first: string, latest: string, ...reviews: readonly string[]): string {
  const days = reviews.map((day) => `<CPPreviewDate>${day}</CPPreviewDate>`).join('')
  return childOf(
    PERSON,
    `${CASE}<ChildProtectionPlans><CPPstartDate>2024-07-01</CPPstartDate><InitialCategoryOfAbuse>${first}</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>${latest}</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>${days}</ChildProtectionPlans>`,
  )
}

const REVIEW = '2024-09-30'
const LATER = '2025-09-01'

describe('the latest category of a plan', () => {
  it('changes at a review that is new', async () => {
    const { events, state } = await after(last(plan('NEG', 'NEG', REVIEW)), next(plan('NEG', 'EMO', REVIEW, LATER)))
    expect(events).toMatchObject([{ type: 'ProtectionPlanReviewed', occurredAt: LATER, data: { category: 'EMO' } }])
    expect(state.protectionPlans[0]).toMatchObject({ latestCategory: 'EMO', reviews: [REVIEW, LATER] })
  })

  it('changes back at a review that is new', async () => {
    const { state } = await after(last(plan('NEG', 'EMO', REVIEW)), next(plan('NEG', 'NEG', REVIEW, LATER)))
    expect(state.protectionPlans[0]?.latestCategory).toBe('NEG')
  })

  it('changes at the last review, known before, where no other is given', async () => {
    const { types, state } = await after(last(plan('NEG', 'NEG', REVIEW)), next(plan('NEG', 'PHY', REVIEW)))
    expect(types).toEqual(['DecisionCorrected'])
    expect(state.protectionPlans[0]?.latestCategory).toBe('PHY')
  })

  it('changes at the last review that is known, where the return leaves all of them out', async () => {
    const { types, state } = await after(last(plan('NEG', 'EMO', REVIEW)), next(plan('NEG', 'PHY')))
    expect(types).toEqual(['DecisionCorrected'])
    expect(state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'PHY' })
  })

  it('stands with the start where no review is known at all', async () => {
    const { events, state } = await after(last(plan('NEG', 'NEG')), next(plan('NEG', 'EMO')))
    expect(events).toMatchObject([{ type: 'DecisionCorrected', data: { changed: { latestCategory: 'EMO' } } }])
    expect(state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'EMO' })
  })

  it('is not repeated at a review where it stood with the start', async () => {
    const { events } = await after(last(plan('NEG', 'EMO')), next(plan('NEG', 'EMO', LATER)))
    expect(events[0]).toMatchObject({ type: 'ProtectionPlanReviewed', data: { outcome: 'CONTINUE' } })
    expect(events[0]?.data).not.toHaveProperty('category')
  })

  it('follows the first category, where that alone was entered wrongly', async () => {
    const { events, state } = await after(last(plan('NEG', 'NEG', REVIEW)), next(plan('EMO', 'EMO', REVIEW)))
    expect(events).toMatchObject([{ data: { changed: { category: 'EMO' } } }])
    expect(state.protectionPlans[0]).toMatchObject({ category: 'EMO', latestCategory: 'EMO' })
  })

  it('becomes known from a later return, and so does the first', async () => {
    const { state } = await after(last(plan('', '')), next(plan('NEG', 'EMO')))
    expect(state.protectionPlans[0]).toMatchObject({ category: 'NEG', latestCategory: 'EMO' })
  })
})

describe('a latest category that was superseded', () => {
  it.each([
    ['at the start, by another', plan('NEG', 'EMO'), plan('NEG', 'PHY')],
    ['at the start, by a review', plan('NEG', 'EMO'), plan('NEG', 'PHY', REVIEW)],
    ['at a review, by one without', plan('NEG', 'EMO', REVIEW), plan('NEG', 'PHY')],
    ['by none', plan('NEG', 'NEG', REVIEW), plan('NEG', 'PHY')],
  ])('does not come back from a return of the same day or an earlier one: %s', async (_, first, second) => {
    for (const at of [last, next]) {
      const { events, lines, state } = await after(at(first), next(second), at(first))
      expect(events).toEqual([])
      expect(state.protectionPlans[0]?.latestCategory).toBe('PHY')
      expect(lines.at(-1)).toMatchObject({ element: 'LatestCategoryOfAbuse', says: expect.stringMatching(/newer\.$/) })
    }
  })

  it('is not put above that of a later return which was read first', async () => {
    const { state } = await after(next(plan('NEG', 'EMO', LATER)), last(plan('NEG', 'PHY', REVIEW)))
    expect(state.protectionPlans[0]?.latestCategory).toBe('EMO')
  })
})

describe('a plan that is in the returns of two years', () => {
  const carried = returnOf(plan('NEG', 'NEG'), '2026-03-31')
  const ownYear = returnOf(plan('NEG', 'NEG'), '2025-03-31')

  it.each([
    ['of its own year first', ownYear, carried, false],
    ['of the later year first', carried, ownYear, true],
  ])('stays as it was first read: the return %s', async (_, first, second, carriedOver) => {
    const { events, state } = await after(first, second, first, second)
    expect(events).toEqual([])
    expect(state.protectionPlans[0]?.carriedOver).toBe(carriedOver)
  })
})
