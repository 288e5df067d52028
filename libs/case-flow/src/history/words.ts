import type { ChildEvent } from './events.js'

/** The words of an event, opened; `undefined` where the child's key was destroyed. */
export type OpenedWords = (event: ChildEvent) => Readonly<Record<string, string>> | undefined

/** The words of an event as these later events correct them. What was emptied, or taken back, is not there. */
export function wordsAsCorrected(
  event: ChildEvent,
  later: Iterable<ChildEvent>,
  open: OpenedWords,
): Readonly<Record<string, string>> {
  let words = open(event) ?? {}
  for (const correction of later) {
    if (correction.type !== 'DecisionCorrected' || correction.data.event !== event.id) continue
    const { withdrawn, changed = {} } = correction.data
    words = withdrawn ? {} : { ...without(words, changed), ...insteadIn(open(correction)) }
  }
  return words
}

/** Corrected words are kept as one JSON text. */
function insteadIn(words: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return JSON.parse(words['instead'] ?? '{}') as Record<string, string>
}

function without(words: Readonly<Record<string, string>>, changed: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(words).filter(([name]) => changed[name] !== null))
}
