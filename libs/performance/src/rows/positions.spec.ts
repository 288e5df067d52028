import { describe, expect, it } from '@jest/globals'
import { positionsOf } from './positions.js'

/** A log of events that were recorded on days. */
function logOf(...days: string[]) {
  const read: number[] = []
  const positions = positionsOf({
    end: async () => days.length,
    async *since(position) {
      read.push(position)
      yield days.slice(position).map((day) => ({ recordedAt: `${day}T12:00:00.000Z` }))
    },
  })
  return { days, read, positions }
}

const june = '2026-06-04T22:59:59.999Z'

describe('the record as it stood at an instant', () => {
  it('is that of the same position, whatever is recorded later', async () => {
    const { days, positions } = logOf('2026-06-01', '2026-06-05')
    expect(await positions(june)).toBe(2)
    days.push('2026-06-06', '2026-06-07')
    expect([await positions(june), await positions(undefined)]).toEqual([2, 4])
  })

  it('is another once something is recorded that was recorded before, as an earlier system held it', async () => {
    const { days, positions } = logOf('2026-06-01')
    await positions(june)
    days.push('2026-06-07', '2026-06-04')
    expect([await positions(june), await positions(june)]).toEqual([3, 3])
  })

  it('is looked for in what was recorded since the last look alone', async () => {
    const { days, positions, read } = logOf('2026-06-01')
    await positions(june)
    days.push('2026-06-06')
    await positions(june)
    days.push('2026-06-07')
    await positions(june)
    expect(read).toEqual([1, 2])
  })

  it('is of one position for all who ask at once', async () => {
    const { days, positions } = logOf('2026-06-01')
    const asked = Promise.all([positions(june), positions(june)])
    days.push('2026-06-02')
    expect(new Set(await asked).size).toBe(1)
  })
})
