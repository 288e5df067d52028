import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** What a session is kept under: from it, nobody finds the id that signs in. */
export function printOf(sessionId: string): string {
  return hash('sha256', sessionId, 'base64url')
}

/** Seals under a key only the bearer of the session id can make: a stolen file signs nobody in and names nobody. */
export function seal(sessionId: string, text: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(sessionId), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` sealed; nothing where it was changed, or sealed for another session. */
export function open(sessionId: string, sealed: Buffer): string | undefined {
  try {
    const options = { authTagLength: TAG }
    const decipher = createDecipheriv('aes-256-gcm', keyOf(sessionId), sealed.subarray(0, IV), options)
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
    return decipher.update(sealed.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

function keyOf(sessionId: string): Buffer {
  return createHmac('sha256', sessionId).update('front-door session').digest()
}
