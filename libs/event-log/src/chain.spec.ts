import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anEvent } from '../testing/events.js'
import { canonical } from './canonical.js'
import { type Hashed, hashOf, sameHash } from './chain.js'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 })

/** Any event at all, in its stream. */
const link = fc.record({
  previous: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined }),
  stream: text,
  version: fc.integer({ min: 1, max: 1_000 }),
  event: fc.record<Hashed>({
    id: text,
    type: text,
    schema: fc.integer({ min: 1, max: 9 }),
    occurredAt: text,
    recordedAt: text,
    worker: fc.record({ id: text, role: text, team: text }),
    cause: text,
    data: fc.dictionary(text, fc.jsonValue()).map((data) => JSON.parse(JSON.stringify(data))),
    said: fc.array(text, { maxLength: 3 }),
    prints: fc.dictionary(text, text, { maxKeys: 2 }),
    words: fc.option(bytes, { nil: undefined }),
  }),
})

const hashed = ({ previous, stream, version, event }: ReturnType<typeof example>) =>
  Buffer.from(hashOf(previous, stream, version, event)).toString('hex')

const example = () => ({
  previous: new Uint8Array(32) as Uint8Array | undefined,
  stream: 'child-A',
  version: 2,
  event: anEvent() as Hashed,
})

describe('the hash of an event', () => {
  it('is SHA-256 over the hash before it and the canonical JSON of all that is known of it', () => {
    fc.assert(
      fc.property(link, ({ previous, stream, version, event }) => {
        const covered = { ...event, stream, version, words: event.words && Buffer.from(event.words).toString('base64') }
        const before = previous ? Buffer.from(previous).toString('hex') : ''
        const expected = createHash('sha256').update(before).update(canonical(covered)).digest('hex')
        expect(hashed({ previous, stream, version, event })).toBe(expected)
      }),
    )
  })

  it('is another as soon as anything at all is another', () => {
    fc.assert(
      fc.property(link, link, (one, other) => {
        const same = canonical(plain(one)) === canonical(plain(other))
        expect(hashed(one) === hashed(other)).toBe(same)
        for (const name of ['previous', 'stream', 'version'] as const) {
          const changed = { ...one, [name]: other[name] }
          expect(hashed(changed) === hashed(one)).toBe(canonical(plain(changed)) === canonical(plain(one)))
        }
        for (const name of Object.keys(one.event) as (keyof Hashed)[]) {
          const changed = { ...one, event: { ...one.event, [name]: other.event[name] } }
          expect(hashed(changed) === hashed(one)).toBe(canonical(plain(changed)) === canonical(plain(one)))
        }
      }),
    )
  })

  it('does not depend on the order in which the data were put together', () => {
    const one = { ...example(), event: anEvent({ id: 'e', cause: 'c', data: { a: 1, b: 2 }, words: undefined }) }
    const other = { ...one, event: { ...one.event, data: { b: 2, a: 1 } } }
    expect(hashed(other)).toBe(hashed(one))
  })

  it('is compared byte by byte', () => {
    expect(sameHash(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBe(true)
    expect(sameHash(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(sameHash(undefined, Uint8Array.of(1))).toBe(false)
    expect(sameHash(undefined, undefined)).toBe(true)
  })
})

function plain({ previous, stream, version, event }: ReturnType<typeof example>): unknown {
  const words = event.words && Buffer.from(event.words).toString('hex')
  return { previous: previous && Buffer.from(previous).toString('hex'), stream, version, event: { ...event, words } }
}
