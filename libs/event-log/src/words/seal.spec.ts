import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { TamperedWords, seal, unseal } from './seal.js'

const key = createSecretKey(randomBytes(32))
const words = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }))

describe('sealed words', () => {
  it('open to what was sealed', () => {
    fc.assert(
      fc.property(words, (said) => expect(unseal(key, 'A1', 'e-1', seal(key, 'A1', 'e-1', said))).toEqual(said)),
    )
  })

  it('are never the same bytes twice', () => {
    const sealed = Array.from({ length: 600 }, () =>
      Buffer.from(seal(key, 'A1', 'e-1', { reason: 'x' })).toString('hex'),
    )
    expect(new Set(sealed).size).toBe(600)
  })

  it('show nothing of what was said', () => {
    const sealed = Buffer.from(seal(key, 'A1', 'e-1', { concern: 'Shouting was heard.' }))
    expect(sealed.toString('latin1')).not.toMatch(/Shouting|concern/)
  })

  it('do not open when any byte of them was changed, added or cut off', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 255 }), (said, where, by) => {
        const sealed = seal(key, 'A1', 'e-1', said)
        const changed = Uint8Array.from(sealed)
        const at = where % sealed.length
        changed[at] = (changed[at] ?? 0) ^ by
        expect(() => unseal(key, 'A1', 'e-1', changed)).toThrow(TamperedWords)
        expect(() => unseal(key, 'A1', 'e-1', sealed.subarray(0, at))).toThrow(TamperedWords)
        expect(() => unseal(key, 'A1', 'e-1', Buffer.concat([sealed, Buffer.of(by)]))).toThrow(TamperedWords)
      }),
    )
  })

  it('open only for the child and the event they were sealed for, with the key they were sealed with', () => {
    const sealed = seal(key, 'A1', 'e-1', { reason: 'x' })
    expect(() => unseal(key, 'A2', 'e-1', sealed)).toThrow(TamperedWords)
    expect(() => unseal(key, 'A1', 'e-2', sealed)).toThrow('The words of event e-2 about child A1')
    expect(() => unseal(createSecretKey(randomBytes(32)), 'A1', 'e-1', sealed)).toThrow(TamperedWords)
  })
})
