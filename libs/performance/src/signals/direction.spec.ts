import { describe, expect, it } from '@jest/globals'
import { directionOfTravel } from './direction.js'

describe('the direction of travel', () => {
  it('is better or worse where the figure has a better direction', () => {
    expect(directionOfTravel(17.2, 18.8, 'lower')).toBe('better')
    expect(directionOfTravel(18.8, 17.2, 'lower')).toBe('worse')
    expect(directionOfTravel(99.4, 79.9, 'higher')).toBe('better')
    expect(directionOfTravel(79.9, 99.4, 'higher')).toBe('worse')
  })

  it('is only up or down where neither is better', () => {
    expect(directionOfTravel(4409, 3866, null)).toBe('up')
    expect(directionOfTravel(3866, 4409, null)).toBe('down')
  })

  it('is no change within the tolerance, to its very edge', () => {
    expect(directionOfTravel(17.2, 17.2, 'lower')).toBe('no change')
    expect(directionOfTravel(17.3, 17.2, 'lower', 0.1)).toBe('no change')
    expect(directionOfTravel(17.31, 17.2, 'lower', 0.1)).toBe('worse')
  })

  it('is not known without both values, and a zero is a value', () => {
    expect(directionOfTravel(null, 17.2, 'lower')).toBe('not known')
    expect(directionOfTravel(17.2, null, null)).toBe('not known')
    expect(directionOfTravel(0, 3, 'lower')).toBe('better')
  })
})
