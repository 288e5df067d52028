import { describe, expect, it } from '@jest/globals'
import { codes } from '@front-door/case-flow'
import type { Dimension } from './dimensions.js'
import { NOT_RECORDED, comparedParts } from './parts.js'

const inOrder = (by: Dimension, ...parts: readonly string[]) => parts.toSorted(comparedParts(by))

describe('the parts of a breakdown', () => {
  it('are in the order of the ages where it is by age', () => {
    expect(inOrder('age-band', '1-4', '10-15', '16-17', '18-over', '5-9', NOT_RECORDED, 'unborn', 'under-1')).toEqual([
      ...['unborn', 'under-1', '1-4', '5-9', '10-15', '16-17', '18-over', NOT_RECORDED],
    ])
  })

  it('are in the order of the census where it is by ethnicity', () => {
    const listed = codes.ethnicity.codes.map(({ code }) => code)
    expect(inOrder('ethnicity', ...listed.toReversed())).toEqual(listed)
  })

  it('are in the order of their codes otherwise, numbers as numbers, and what is not recorded last', () => {
    expect(inOrder('team', 'Team 10', NOT_RECORDED, 'Team 9', 'Zeal')).toEqual([
      'Team 9',
      'Team 10',
      'Zeal',
      NOT_RECORDED,
    ])
  })
})
