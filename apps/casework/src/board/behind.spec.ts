import { describe, expect, it } from '@jest/globals'
import { behindInWords } from './behind.js'

describe('how far the lists have come', () => {
  it('is said only while they are behind', () => {
    expect(behindInWords({ at: 40, end: 40, failed: 0 })).toBeUndefined()
    expect(behindInWords({ at: 39, end: 40, failed: 0 })).toBe('Lists are 1 change behind.')
    expect(behindInWords({ at: 0, end: 1200, failed: 0 })).toBe('Lists are 1,200 changes behind.')
  })

  it('tells what to do where something holds them up', () => {
    expect(behindInWords({ at: 1, end: 4, failed: 1 })).toBe(
      'Lists are 3 changes behind. What changed cannot be taken in just now, and is tried again: tell whoever looks after the system.',
    )
  })
})
