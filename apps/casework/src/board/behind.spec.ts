import { describe, expect, it } from '@jest/globals'
import { behindInWords } from './behind.js'

describe('how far the lists have come', () => {
  it('is said only while they are behind', () => {
    expect(behindInWords({ at: 40, end: 40, standing: 'keeping up' })).toBeUndefined()
    expect(behindInWords({ at: 39, end: 40, standing: 'keeping up' })).toBe('Lists are 1 change behind.')
    expect(behindInWords({ at: 0, end: 1200, standing: 'retrying' })).toBe('Lists are 1,200 changes behind.')
  })

  it('tells what to do where they have stopped', () => {
    expect(behindInWords({ at: 1, end: 4, standing: 'stopped' })).toBe(
      'Lists are 3 changes behind. They have stopped: tell whoever looks after the system.',
    )
  })
})
