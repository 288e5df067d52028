import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { printsOf } from './prints.js'

const key = createSecretKey(randomBytes(32))
const long = 'Nothing in the history raises the risk.'

describe('fingerprints of reasons', () => {
  it('are the same for a copied reason, whatever its case and spacing', () => {
    const { reason } = printsOf(key, { reason: long })
    expect(reason).toMatch(/^[0-9a-f]{32}$/)
    for (const copied of [`  ${long}\n`, long.toUpperCase(), long.replace(' ', ' \t\n '), long.replace(' ', '\u00a0')])
      expect(printsOf(key, { reason: copied })).toEqual({ reason })
  })

  it('differ where the words differ', () => {
    expect(printsOf(key, { reason: long })).not.toEqual(printsOf(key, { reason: long.replace('raises', 'lowers') }))
  })

  it('cannot be made without the key', () => {
    expect(printsOf(createSecretKey(randomBytes(32)), { reason: long })).not.toEqual(printsOf(key, { reason: long }))
  })

  it('are made of what gives a reason, and of nothing else', () => {
    const { reason } = printsOf(key, { reason: long })
    const said = { rationale: long, analysis: long, concern: long, note: long, givenName: long }
    expect(printsOf(key, said)).toEqual({ rationale: reason, analysis: reason })
  })

  it('are not made of less than 20 characters, which are alike by chance', () => {
    expect(printsOf(key, { reason: `${'x'.repeat(19)}   ` })).toEqual({})
    expect(printsOf(key, { reason: 'x'.repeat(20) })).toHaveProperty('reason')
  })
})
