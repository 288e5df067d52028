import { addDays } from '@front-door/calendar'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figuresOf } from '../../testing/council.js'
import { naively } from '../../testing/naively.js'
import { histories, told } from '../../testing/told.js'

const started = '2025-04-07'
const today = '2025-09-30'
const ids = ['cp-visits-on-time', 'cin-visits-on-time']

/** Visits in half a year, about as often as they are due, not all of them of a child who was seen. */
const plan = fc.record({
  kind: fc.constantFrom('ProtectionPlanStarted', 'CinPlanStarted'),
  visits: fc.array(fc.record({ after: fc.nat({ max: 170 }), seen: fc.constantFrom(true, true, false) }), {
    maxLength: 16,
  }),
  ended: fc.option(fc.nat({ max: 170 }), { nil: undefined }),
})
const periods = fc.array(fc.tuple(fc.nat({ max: 170 }), fc.constantFrom(0, 3, 13, 14, 30, 60, 200)), {
  minLength: 4,
  maxLength: 4,
})

function eventsOf({ kind, visits, ended }: typeof plan extends fc.Arbitrary<infer P> ? P : never, at: number) {
  const [child, referral] = [`C${at}`, `referral-${at}`]
  const id = { plan: `plan-${at}` }
  const category = kind === 'ProtectionPlanStarted' ? { category: 'NEG' } : {}
  const ending = kind === 'ProtectionPlanStarted' ? 'ProtectionPlanEnded' : 'CinPlanEnded'
  const end = told(ending, addDays(started, ended ?? 0), { ...id, ending: 'NOT_STATED' } as never, { child })
  return [
    told('ReferralReceived', started, { referral, source: '6' } as never, { child }),
    told(kind, started, { ...id, referral, ...category } as never, { child }),
    ...visits.map(({ after, seen }) => told('PlanVisitMade', addDays(started, after), { ...id, seen }, { child })),
    ...(ended === undefined ? [] : [end]),
  ]
}

describe('visits on time', () => {
  it('are those of the histories, however short the period and wherever it lies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 6 }), periods, async (plans, asked) => {
        const lives = histories(...plans.flatMap(eventsOf))
        const figures = figuresOf(() => lives, { now: `${today}T12:00:00.000Z` })
        for (const [after, days] of asked) {
          const [from, to] = [addDays(started, after), addDays(started, after + days)]
          const naive = naively(lives, from, to, today)
          const counted = await figures.figures({ from, to, ids })
          expect(counted.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual(
            counted.map(({ id }) => [id, ...naive(id)]),
          )
        }
        await figures.close()
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
