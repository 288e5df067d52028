import { describe, expect, it } from '@jest/globals'
import { mostRecent } from './recent.js'

describe('what was used most recently', () => {
  it('is kept up to a weight, and what was not used for longest goes first', () => {
    const kept = mostRecent<string, number>(10, (weight) => weight)
    kept.set('a', 4)
    kept.set('b', 4)
    expect(kept.get('a')).toBe(4)
    kept.set('c', 4)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([4, undefined, 4])
  })

  it('weighs what replaces another once', () => {
    const kept = mostRecent<string, number>(12, (weight) => weight)
    for (let again = 0; again < 5; again++) kept.set('a', 6)
    kept.set('b', 4)
    expect([kept.get('a'), kept.get('b')]).toEqual([6, 4])
  })

  it('does not keep what is heavier than all together may be', () => {
    const kept = mostRecent<string, number>(10, (weight) => weight)
    kept.set('a', 11)
    expect(kept.get('a')).toBeUndefined()
  })

  it('lets go of one or of all', () => {
    const kept = mostRecent<string, number>(2)
    kept.set('a', 1)
    kept.set('b', 1)
    kept.delete('a')
    kept.set('c', 1)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 1, 1])
    kept.clear()
    expect(kept.get('b')).toBeUndefined()
  })
})
