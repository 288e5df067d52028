import type { Some } from '../chance/chance.js'

/**
 * A text, put together from parts: of each part one way of saying it. `{name}` and the other words in braces are
 * filled in; with a capital, as at the start of a sentence.
 */
export type Text = Some<Some<string>>
export type Texts = Readonly<Record<string, Text>>

/** A way of saying something, taken apart once: plain text and the names of what is filled in, by turns. */
type Taken = readonly string[]

const taken = new Map<string, Taken>()

/** What is said, with everything filled in by `say`. */
export function filled(text: string, say: (slot: string) => string): string {
  const parts = taken.get(text) ?? takeApart(text)
  return parts.map((part, index) => (index % 2 === 0 ? part : said(part, say))).join('')
}

function takeApart(text: string): Taken {
  const parts = text.split(/[{}]/)
  taken.set(text, parts)
  return parts
}

function said(slot: string, say: (slot: string) => string): string {
  const small = slot.charAt(0).toLowerCase() + slot.slice(1)
  if (small === slot) return say(slot)
  const text = say(small)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
