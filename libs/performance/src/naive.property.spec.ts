import { addDays } from '@front-door/calendar'
import type { History } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figuresOf } from '../testing/council.js'
import { someLives } from '../testing/lives.js'
import { naively } from '../testing/naively.js'
import { kpiOf } from './index.js'

const periods = fc
  .tuple(
    fc.constantFrom('2023-02-01', '2023-04-01', '2024-02-28', '2024-04-01', '2025-01-01', '2025-04-01'),
    fc.constantFrom(0, 30, 90, 364, 365, 800),
  )
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

async function compared(lives: readonly History[], { from, to }: { from: string; to: string }) {
  const today = '2026-01-15'
  const figures = figuresOf(() => lives, { now: `${today}T12:00:00.000Z` })
  const counted = await figures.figures({ from, to })
  await figures.close()
  const naive = naively(lives, from, to, today)
  const ofRows = counted.flatMap(({ id, numerator, denominator }) =>
    kpiOf(id)?.kind === 'per-10000' ? [] : [[id, numerator, denominator]],
  )
  return { ofRows, naive: ofRows.map(([id]) => [id, ...naive(String(id))]) }
}

describe('every figure counted from rows', () => {
  it('is the same as counted plainly from the histories, whatever happened to the children', async () => {
    await fc.assert(
      fc.asyncProperty(someLives, periods, async (lives, period) => {
        const { ofRows, naive } = await compared(lives, period)
        expect(ofRows).toEqual(naive)
      }),
      { numRuns: 40 },
    )
  }, 90_000)
})
