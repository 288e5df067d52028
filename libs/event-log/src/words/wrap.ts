import { type KeyObject, createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import type { ChildId } from '@front-door/case-flow'

const NONCE = 12
const TAG = 16

/** A child's key, sealed under the master key: a nonce of 12 bytes, the key, a tag of 16. AES-256-GCM. */
export function wrap(wrapping: KeyObject, child: ChildId, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce)
  cipher.setAAD(Buffer.from(child))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Throws where the bytes are not what was wrapped for this child. */
export function unwrap(wrapping: KeyObject, child: ChildId, wrapped: Uint8Array): KeyObject {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(child))
  decipher.setAuthTag(wrapped.subarray(-TAG))
  return createSecretKey(Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]))
}
