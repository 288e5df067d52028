import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { namesOf, workedOut } from '../../testing/reader.js'
import { publishedShare, publishedShares, suppressed, suppressedInGroups, suppressedList } from './index.js'

describe('a list of counts for publication', () => {
  it('hides 1 to 5 and, so that the total does not give it back, the next smallest', () => {
    expect(suppressedList([3, 40, 12, 200])).toEqual({ counts: ['c', 40, 'c', 200], total: 255 })
  })

  it('hides no more where two are small and their sum leaves both open', () => {
    expect(suppressedList([3, 2, 12, 200])).toEqual({ counts: ['c', 'c', 12, 200], total: 217 })
  })

  it('hides one more where two are small but their sum says that each is one', () => {
    expect(suppressedList([1, 1, 12, 200])).toEqual({ counts: ['c', 'c', 'c', 200], total: 214 })
  })

  it('publishes zeros, sixes, and a list without small counts as it is', () => {
    expect(suppressedList([0, 6, 40])).toEqual({ counts: [0, 6, 40], total: 46 })
    expect(suppressedList([])).toEqual({ counts: [], total: 0 })
  })

  it('hides the total where it is small, or would give back the only count', () => {
    expect(suppressedList([0, 3])).toEqual({ counts: [0, 'c'], total: 'c' })
    expect(suppressedList([2, 2])).toEqual({ counts: ['c', 'c'], total: 'c' })
  })
})

describe('a table of counts for publication', () => {
  it('hides a rectangle round one small count', () => {
    const { rows, rowTotals, columnTotals, total } = suppressed([
      [3, 20, 30],
      [40, 10, 60],
      [70, 80, 90],
    ])
    expect(rows).toEqual([
      ['c', 'c', 30],
      ['c', 'c', 60],
      [70, 80, 90],
    ])
    expect([rowTotals, columnTotals, total]).toEqual([[53, 110, 240], [113, 110, 180], 403])
  })

  it('finds what has two in every row and column and can be worked out all the same', () => {
    // Two rectangles that share no row or column, and one count that joins them: only that one is in no cycle.
    const counts = [
      [3, 3, 50, 50],
      [3, 3, 4, 50],
      [50, 50, 3, 3],
      [50, 50, 3, 3],
    ]
    expect(namesOf(suppressed(counts)).length).toBeGreaterThan(9)
    expect(workedOutOf(counts)).toEqual([])
  })

  it('tells nobody what it hides', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }))
    const tables = fc
      .record({ height: fc.integer({ min: 1, max: 3 }), width: fc.integer({ min: 1, max: 3 }) })
      .chain(({ height, width }) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      )
    fc.assert(
      fc.property(tables, (counts) => {
        expect(workedOutOf(counts)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('hides every small count, no zero, and nothing at all where nothing is small; what it shows is so', () => {
    const table = fc.array(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(table, (counts) => {
        const { rows } = suppressed(counts)
        counts.forEach((row, r) =>
          row.forEach((value, c) => {
            const shown = rows[r]?.[c]
            if (value >= 1 && value <= 5) expect(shown).toBe('c')
            if (value === 0) expect(shown).toBe(0)
            if (shown !== 'c') expect(shown).toBe(value)
          }),
        )
      }),
    )
    const large = fc.array(fc.array(fc.integer({ min: 6, max: 99 }), { minLength: 3, maxLength: 3 }), { minLength: 1 })
    fc.assert(fc.property(large, (counts) => namesOf(suppressed(counts)).length === 0))
  })

  it('would be caught by the reader of these tests if it hid the small count alone', () => {
    const counts = [
      [3, 20],
      [40, 10],
    ]
    const alone = {
      rows: [
        ['c' as const, 20],
        [40, 10],
      ],
      rowTotals: [23, 50],
      columnTotals: [43, 30],
      total: 73,
    }
    expect(workedOut(counts, alone)).toEqual(['0,0'])
  })
})

describe('lists in groups', () => {
  it('guard a small count from the total of its group as well as from the total of all', () => {
    expect(
      suppressedInGroups([
        [3, 20, 40],
        [10, 60],
      ]),
    ).toEqual({
      groups: [
        { counts: ['c', 'c', 40], total: 63 },
        { counts: [10, 60], total: 70 },
      ],
      total: 133,
    })
  })

  it('hide the total of a group that has one member, and that of another with it', () => {
    const { groups, total } = suppressedInGroups([[3], [10, 60], [200, 300]])
    expect(groups[0]).toEqual({ counts: ['c'], total: 'c' })
    expect(groups.slice(1).filter((group) => group.total === 'c')).toHaveLength(1)
    expect(total).toBe(573)
  })
})

describe('a share for publication', () => {
  it('has one decimal', () => {
    expect(publishedShare({ numerator: 1200, denominator: 7000 })).toEqual({
      numerator: 1200,
      denominator: 7000,
      value: 17.1,
    })
  })

  it('is hidden where it is built on a small count, or leaves a small one over', () => {
    expect(publishedShare({ numerator: 3, denominator: 100 })).toEqual({ numerator: 'c', denominator: 100, value: 'c' })
    expect(publishedShare({ numerator: 97, denominator: 100 })).toEqual({
      numerator: 'c',
      denominator: 100,
      value: 'c',
    })
    expect(publishedShare({ numerator: 2, denominator: 4 }).value).toBe('c')
  })

  it('is 0 or 100 where it is, and has no value where there is nothing to divide by', () => {
    expect(publishedShare({ numerator: 0, denominator: 40 }).value).toBe(0)
    expect(publishedShare({ numerator: 40, denominator: 40 }).value).toBe(100)
    expect(publishedShare({ numerator: 0, denominator: 0 }).value).toBeNull()
  })

  it('is hidden in another team where the total would otherwise give it back', () => {
    const { shares, total } = publishedShares([
      { numerator: 3, denominator: 40 },
      { numerator: 20, denominator: 90 },
      { numerator: 70, denominator: 150 },
    ])
    expect(shares.map(({ value }) => value)).toEqual(['c', 'c', 46.7])
    expect(total).toEqual({ numerator: 93, denominator: 280, value: 33.2 })
  })
})

function workedOutOf(counts: readonly (readonly number[])[]): readonly string[] {
  return workedOut(counts, suppressed(counts))
}
