import type { Append, EventToAppend } from '../src/log.js'
import { type Said, textOf } from '../src/text.js'

let made = 0

/** What may be chosen of an event; the rest is made up. */
type Chosen = Partial<Said & Omit<EventToAppend, 'text'>>

/** An event of no particular meaning, for tests of the log itself. All of it is invented. */
export function anEvent(chosen: Chosen = {}): Said & EventToAppend {
  const number = ++made
  const event = {
    id: `event-${number}`,
    type: 'ChildSeen',
    schema: 1,
    occurredAt: '2025-06-02T09:00+01:00',
    recordedAt: '2025-06-02T08:00:00.000Z',
    worker: { id: 'sam', role: 'social-worker', team: 'MASH' },
    cause: `cause-${number}`,
    data: { about: `assessment-${number}`, alone: number % 2 === 0 },
    said: ['seen'],
    prints: { reason: '00112233445566778899aabbccddeeff' },
    words: Uint8Array.of(1, 2, 3, number % 256),
    hash: new Uint8Array(32).fill(number % 256),
    ...chosen,
  }
  return { ...event, text: textOf(event) }
}

/** So many events for a stream that is at this version. */
export function events(stream: string, expected: number, count = 1, chosen: Chosen = {}): Append {
  return { stream, expected, events: Array.from({ length: count }, () => anEvent(chosen)) }
}

/** A command nobody has asked before. */
export function aCommand(id = `command-${++made}`, fingerprint = 'what was asked') {
  return { id, fingerprint }
}

/** All items of all pages. */
export async function all<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) items.push(...page)
  return items
}
