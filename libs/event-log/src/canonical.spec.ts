import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonical } from './canonical.js'

/** The same content, its keys put in in the opposite order at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  )
}

/** What `JSON.parse` gives: what stands in a log. */
const json = fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text))

describe('the canonical form of JSON', () => {
  it('says the same as the value it was made of', () => {
    fc.assert(fc.property(json, (value) => expect(JSON.parse(canonical(value))).toEqual(value)))
  })

  it('is the same text however the value was put together', () => {
    fc.assert(fc.property(json, (value) => expect(canonical(turned(value))).toBe(canonical(value))))
  })

  it('does not change when it is written again', () => {
    fc.assert(fc.property(json, (value) => expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))))
  })

  it('sorts keys by their UTF-16 units at every depth, digits before letters and 10 before 9', () => {
    expect(canonical({ é: 1, b: { z: 1, '9': 2, '10': 3 }, B: [{ y: null, x: true }], a: 'ü"\n' })).toBe(
      '{"B":[{"x":true,"y":null}],"a":"ü\\"\\n","b":{"10":3,"9":2,"z":1},"é":1}',
    )
  })

  it('writes numbers as JSON does, with one zero', () => {
    expect(canonical([1, 1.5, 1e21, -0, 0.000001, 1e-7])).toBe('[1,1.5,1e+21,0,0.000001,1e-7]')
  })

  it('leaves out what is undefined, in an object', () => {
    expect(canonical({ b: undefined, a: 1, c: { d: undefined } })).toBe('{"a":1,"c":{}}')
  })

  it.each([
    new Date(0),
    new Map([[1, 2]]),
    Buffer.of(1),
    NaN,
    Infinity,
    -Infinity,
    undefined,
    1n,
    () => 1,
    Symbol('s'),
    [undefined],
    { a: [NaN] },
    { z: 1, a: 1n },
  ])('refuses what JSON cannot say: %p', (value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
})
