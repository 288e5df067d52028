import { createSecretKey } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { commandId, fingerprintOf } from './command-id.js'

const secret = createSecretKey(Buffer.alloc(32, 7))
const of = (id: string, reason: string, under = secret) => fingerprintOf(under, id, 'decide-contact', { reason })

describe('the fingerprint of a command', () => {
  const keyed = commandId('sam', 'a-key')

  it('tells the same request from another one under the same key', () => {
    expect(of(keyed, 'No concern.')).toBe(of(commandId('sam', 'a-key'), 'No concern.'))
    expect(of(keyed, 'No concern.')).not.toBe(of(keyed, 'Some concern.'))
  })

  it('cannot be guessed without the secret', () => {
    expect(of(keyed, 'No concern.')).not.toBe(of(keyed, 'No concern.', createSecretKey(Buffer.alloc(32, 8))))
  })

  it('is left out where there is no key: nobody can send that command again', () => {
    expect(commandId('sam', undefined)).not.toBe(commandId('sam', undefined))
    expect(of(commandId('sam', undefined), 'No concern.')).toBe('')
  })
})
