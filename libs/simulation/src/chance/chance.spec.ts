import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chanceFrom } from './chance.js'
import { childIdsOf, idsFrom } from './ids.js'
import { partOf, seedOf } from './seeded.js'
import { bands, weights } from './weights.js'

const seed = seedOf('seven')

describe('What comes up by chance', () => {
  it('comes up again for the same seed, and otherwise for another', () => {
    const thousand = (text: string) => {
      const chance = chanceFrom(seedOf(text))
      return Array.from({ length: 1000 }, () => chance.whole([1, 1_000_000]))
    }
    expect(thousand('a')).toEqual(thousand('a'))
    expect(thousand('a')).not.toEqual(thousand('b'))
  })

  it('stays in its range, and comes up as often as it weighs', () => {
    const chance = chanceFrom(seed)
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(100), (from, size) => {
        const number = chance.whole([from, from + size])
        expect(Number.isInteger(number) && number >= from && number <= from + size).toBe(true)
      }),
    )
    const colours = weights({ RED: 8, AMBER: 42, GREEN: 50 })
    const drawn = Array.from({ length: 20_000 }, () => chance.among(colours))
    expect(drawn.filter((colour) => colour === 'RED').length / drawn.length).toBeCloseTo(0.08, 1.5)
  })

  it('is written as bands of numbers', () => {
    expect(bands({ 0: 62, '1 to 5': 38 })).toEqual([
      [[0, 0], 62],
      [[1, 5], 38],
    ])
  })
})

describe('Ids', () => {
  it('of a command and of what it records depend on nothing but its number', () => {
    const once = idsFrom(seed)
    const ids = [once.nextCommand(), once.newId(), once.nextCommand(), once.newId()]
    const again = idsFrom(seed)
    again.nextCommand()
    again.newId()
    again.newId()
    expect([again.nextCommand(), again.newId()]).toEqual(ids.slice(2))
  })

  it('are UUIDs, and none of them comes twice', () => {
    const all = Array.from({ length: 200 }, (_, family) => idsFrom(partOf(seed, family))).flatMap((ids) =>
      Array.from({ length: 20 }, () => [ids.nextCommand(), ids.newId(), ids.newId()]).flat(),
    )
    expect(new Set(all).size).toBe(all.length)
    for (const id of all) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('of children begin with S, and are those of one council', () => {
    expect(childIdsOf(seed)(12)).toMatch(/^S[\dA-Z]{4}000012$/)
    expect(childIdsOf(seed)(12)).not.toBe(childIdsOf(seedOf('eight'))(12))
  })
})
