import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anEvent } from '../testing/events.js'
import { type Hashed, hashOf, sameHash } from './chain.js'
import { textOf } from './text.js'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 })

/** Any event at all, in its stream. */
const link = fc.record({
  previous: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined }),
  stream: text,
  version: fc.integer({ min: 1, max: 1_000 }),
  event: fc.record<Hashed>({
    type: text,
    text: fc
      .record({ cause: text, data: fc.dictionary(text, fc.jsonValue()), id: text, said: fc.array(text) })
      .map((said) => anEvent(said).text),
    words: fc.option(bytes, { nil: undefined }),
  }),
})

type Link = typeof link extends fc.Arbitrary<infer L> ? L : never

const hashed = ({ previous, stream, version, event }: Link) =>
  Buffer.from(hashOf(previous, stream, version, event)).toString('hex')

describe('the hash of an event', () => {
  it('is SHA-256 over the hash before it, its place and type, its text and its words', () => {
    fc.assert(
      fc.property(link, ({ previous, stream, version, event }) => {
        const expected = createHash('sha256')
          .update(previous ?? '')
          .update(JSON.stringify([stream, version, event.type]))
          .update(event.text)
          .update(event.words ?? '')
        expect(hashed({ previous, stream, version, event })).toBe(expected.digest('hex'))
      }),
    )
  })

  it('is another as soon as anything at all is another', () => {
    fc.assert(
      fc.property(link, link, (one, other) => {
        expect(hashed(one) === hashed(other)).toBe(plain(one) === plain(other))
        for (const name of ['previous', 'stream', 'version'] as const) {
          const changed = { ...one, [name]: other[name] }
          expect(hashed(changed) === hashed(one)).toBe(plain(changed) === plain(one))
        }
        for (const name of Object.keys(one.event) as (keyof Hashed)[]) {
          const changed = { ...one, event: { ...one.event, [name]: other.event[name] } }
          expect(hashed(changed) === hashed(one)).toBe(plain(changed) === plain(one))
        }
      }),
    )
  })

  it('does not depend on the order in which the data were put together', () => {
    const one = anEvent({ data: { a: 1, b: 2 } })
    expect(textOf({ ...one, data: { b: 2, a: 1 } })).toBe(one.text)
  })

  it('is compared byte by byte', () => {
    expect(sameHash(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBe(true)
    expect(sameHash(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(sameHash(undefined, Uint8Array.of(1))).toBe(false)
    expect(sameHash(undefined, undefined)).toBe(true)
  })
})

function plain({ previous, stream, version, event }: Link): string {
  const hex = (of: Uint8Array | undefined) => of && Buffer.from(of).toString('hex')
  return JSON.stringify([hex(previous), stream, version, event.type, event.text, hex(event.words)])
}
