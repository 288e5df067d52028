import { type KeyObject, createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import type { ChildId } from '@front-door/case-flow'

/** Words about a child, by field. */
export type Words = Readonly<Record<string, string>>

/** Sealed words are not as they were sealed: bytes were changed, or belong to another child or event. */
export class TamperedWords extends Error {
  constructor(
    readonly child: ChildId,
    readonly event: string,
  ) {
    super(`The words of event ${event} about child ${child} were changed after they were sealed.`)
  }
}

/** The first byte says how the rest was sealed: 1 is AES-256-GCM, then a nonce of 12 bytes, the text, a tag of 16. */
const FORMAT = 1
const NONCE = 12
const TAG = 16

/** Seals the words of one event. They open only for the same child and event. */
export function seal(key: KeyObject, child: ChildId, event: string, words: Words): Uint8Array {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(about(child, event))
  const text = cipher.update(JSON.stringify(words), 'utf8')
  cipher.final()
  return Buffer.concat([format, nonce, text, cipher.getAuthTag()])
}

/** The words of one event. Throws `TamperedWords` where they are not what was sealed for it. */
export function unseal(key: KeyObject, child: ChildId, event: string, sealed: Uint8Array): Words {
  try {
    if (sealed[0] !== FORMAT || sealed.byteLength < 1 + NONCE + TAG) throw new TamperedWords(child, event)
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    decipher.setAAD(about(child, event))
    decipher.setAuthTag(sealed.subarray(-TAG))
    return JSON.parse(decipher.update(sealed.subarray(1 + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8'))
  } catch (error) {
    throw error instanceof TamperedWords ? error : new TamperedWords(child, event)
  }
}

const format = Buffer.of(FORMAT)

/** Neither a child's id nor an event's has a slash in it, so no other pair gives the same bytes. */
const about = (child: ChildId, event: string) => Buffer.from(`${child}/${event}`)

/** Random bytes are asked for in bulk: a system call for each nonce takes as long as the sealing. */
const nonces = Buffer.alloc(NONCE * 256)
let used = nonces.length

function freshNonce(): Uint8Array {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  return nonces.subarray(used, (used += NONCE))
}
