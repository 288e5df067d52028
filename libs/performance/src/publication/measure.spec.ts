import { describe, expect, it } from '@jest/globals'
import { rounded, shownInWords } from './measure.js'

describe('a value as published', () => {
  it('is a per cent to one decimal, a half going up', () => {
    expect(rounded((100 * 555_820) / 648_830, 'percent')).toBe(85.7)
    expect(rounded(17.25, 'percent')).toBe(17.3)
    expect(rounded((100 * 23) / 160, 'percent')).toBe(14.4)
    // 50.45, but for what subtraction leaves in the fifteenth place.
    expect(rounded(1.005 * 100 - 50.05, 'percent')).toBe(50.5)
  })

  it('is a count as it is, and is read with its thousands and its unit', () => {
    expect(shownInWords(2183, 'count')).toBe('2,183')
    expect(shownInWords(100, 'percent')).toBe('100.0%')
    expect(shownInWords(553.64, 'per-10000')).toBe('553.6')
    expect(shownInWords(33, 'working-days')).toBe('33')
    expect(shownInWords(33.46, 'working-days')).toBe('33.5')
    expect(shownInWords(16, 'ratio')).toBe('16.0')
  })

  it('is never a zero where there is none', () => {
    expect(shownInWords(null, 'count')).toBe('not available')
    expect(shownInWords('c', 'count')).toBe('suppressed')
    expect(shownInWords(0, 'count')).toBe('0')
  })
})
