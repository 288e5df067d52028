import type { ChildId } from '@front-door/case-flow'
import { type Keys, KeyMissing } from './keys.js'
import { type Words, unseal } from './seal.js'

/**
 * The words of an event, or `undefined` where the child's key was destroyed. Rejects with `TamperedWords` where the
 * bytes are not what was sealed, and with `KeyMissing` where there is no key and none was destroyed.
 */
export async function openWords(
  keys: Keys,
  child: ChildId,
  event: string,
  sealed: Uint8Array,
): Promise<Words | undefined> {
  const key = await keys.find(child)
  if (key === undefined) throw new KeyMissing(child)
  return key === 'destroyed' ? undefined : unseal(key, child, event, sealed)
}
