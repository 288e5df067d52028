import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type XmrSignal, xmr } from './xmr.js'

const signalling = (values: readonly (number | null)[], signal: XmrSignal) =>
  xmr(values)?.points.flatMap(({ signals }, index) => (signals.includes(signal) ? [index] : []))

/** Alternating, so that the moving range is wide and the mean in the middle. */
const steady = (length: number) => Array.from({ length }, (_, index) => (index % 2 === 0 ? 10 : 14))

describe('the limits of usual variation', () => {
  it('are those published for the flow rates of the NIST/SEMATECH e-Handbook, section 6.3.2.2', () => {
    const found = xmr([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    expect(found?.mean).toBeCloseTo(50.81, 10)
    expect(found?.averageMovingRange).toBeCloseTo(1.8778, 4)
    // Published with 3 / 1.128 = 2.6596 where we, like the health service, use 2.66: the same to two decimals.
    expect(found?.upper).toBeCloseTo(55.8041, 2)
    expect(found?.lower).toBeCloseTo(45.8159, 2)
    expect(found?.points.flatMap(({ signals }) => signals)).toEqual([])
  })

  it('take no range across a value that is not available', () => {
    expect(xmr([10, 12, null, 40, 42])?.averageMovingRange).toBe(2)
    expect(xmr([10, 12, null, 40, 42])?.mean).toBe(26)
  })

  it('are not told from values of which no two are next to each other', () => {
    expect(xmr([])).toBeUndefined()
    expect(xmr([5])).toBeUndefined()
    expect(xmr([5, null, 7])).toBeUndefined()
    expect(xmr([5, 7])).toBeDefined()
  })

  it('move with the values: adding the same to each moves the limits by it and signals the same', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (some, more) => {
        const before = xmr(some)
        const after = xmr(some.map((value) => value + more))
        expect(after?.averageMovingRange).toBeCloseTo(before?.averageMovingRange ?? NaN, 8)
        expect(after?.upper).toBeCloseTo((before?.upper ?? NaN) + more, 6)
        expect(after?.lower).toBeCloseTo((before?.lower ?? NaN) + more, 6)
      }),
    )
  })
})

describe('a signal', () => {
  it('is a value outside the limits, and not one on a limit', () => {
    expect(signalling([...steady(12), 60, ...steady(12)], 'outside')).toEqual([12])
    expect(signalling([7, 7, 7, 7], 'outside')).toEqual([])
  })

  it('is eight in a row on one side of the mean, not seven', () => {
    const above = (length: number) => [...steady(20), ...Array.from({ length }, () => 13), ...steady(20)]
    // The last of the steady values, 14, is above the mean too, and belongs to the stretch.
    expect(signalling(above(7), 'run')).toEqual([19, 20, 21, 22, 23, 24, 25, 26])
    expect(signalling(above(6), 'run')).toEqual([])
  })

  it('is not carried over a value on the mean, or a month without one', () => {
    const broken = (middle: number | null) => [1, 1, 1, 1, middle, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]
    const found = signalling(broken(null), 'run')
    expect(found).toEqual([9, 10, 11, 12, 13, 14, 15, 16])
    expect(xmr(broken(5))?.mean).toBe(5)
    expect(signalling(broken(5), 'run')).toEqual([9, 10, 11, 12, 13, 14, 15, 16])
  })
})
