import { createHash, createHmac, type KeyObject, randomUUID } from 'node:crypto'
import { Problem } from '@front-door/door'
import { canonical } from '@front-door/event-log'

/** How the id of a command that stands for a key begins. No other command can be asked again. */
const KEYED = 'key-'
const KEY = /^[\x21-\x7e]{1,200}$/

/** The id of a command: its own, or the one that this worker's idempotency key stands for. */
export function commandId(worker: string, key: string | undefined): string {
  if (key === undefined) return randomUUID()
  if (!KEY.test(key))
    throw new Problem('invalid', 'The Idempotency-Key must be 1 to 200 letters, digits and signs, without spaces.', [
      { field: 'Idempotency-Key', rule: 'key', message: 'Enter 1 to 200 letters, digits and signs, without spaces.' },
    ])
  return `${KEYED}${createHash('sha256').update(`${worker}\n${key}`).digest('hex').slice(0, 40)}`
}

/**
 * What was asked, so that the same key with something else in it is noticed; empty where there is no key, for nobody can
 * send that command again. Keyed with a secret: it tells nothing of the words.
 */
export function fingerprintOf(secret: KeyObject, id: string, act: string, asked: unknown): string {
  if (!id.startsWith(KEYED)) return ''
  return createHmac('sha256', secret).update(canonical({ act, asked })).digest('base64url').slice(0, 22)
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id for a child who is registered by this command: F and 12 letters and digits, none of them easily mistaken. */
export function childIdOf(command: string, index: number): string {
  const digest = createHash('sha256').update(`${command}\n${index}`).digest()
  return `F${[...digest.subarray(0, 12)].map((byte) => LETTERS[byte % 32]).join('')}`
}
