import { type KeyObject, createHmac } from 'node:crypto'
import type { Words } from './seal.js'

/** The words that say why. A copied one is what reviewers look for. */
const reasons = ['reason', 'rationale', 'analysis'] as const

/** Shorter reasons ("No change.") are alike by chance, and could be guessed. */
const SHORTEST = 20
const BYTES = 16

/**
 * Fingerprints of the reasons among an event's words: the same text gives the same fingerprint, whatever its case and
 * spacing, and without the key nothing can be learned from it. HMAC-SHA-256, its first 16 bytes in hex.
 */
export function printsOf(key: KeyObject, words: Words): Readonly<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const name of reasons) {
    const text = folded(words[name] ?? '')
    if (text.length >= SHORTEST)
      prints[name] = createHmac('sha256', key)
        .update(text)
        .digest('hex')
        .slice(0, 2 * BYTES)
  }
  return prints
}

const SPACING = /\s\s|[^\S ]|^ | $/

/** Lower case, one space between words. Most texts need only the first: looking is five times as fast as replacing. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  return SPACING.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower
}
