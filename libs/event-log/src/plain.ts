import { hashOf } from './chain.js'
import type { Appended, EventLog, EventToAppend, OpenEvent, StoredEvent } from './log.js'
import { textOf } from './text.js'

/** An event that is about no child: nothing of it is sealed. */
export type PlainEvent = Omit<OpenEvent, 'stream' | 'version' | 'position' | 'said' | 'prints'>

/**
 * Appends to a stream that is about no child, after the event it was decided on. Rejects with `WrongVersion` where the
 * stream has moved on. The same command again gives what it gave before.
 */
export function appendPlain(
  log: EventLog,
  command: { readonly id: string; readonly fingerprint: string },
  stream: string,
  last: StoredEvent | undefined,
  plain: readonly PlainEvent[],
): Promise<Appended> {
  const expected = last?.version ?? 0
  let previous = last?.hash
  const events = plain.map((event, index): EventToAppend => {
    const { id, type } = event
    const text = textOf({ ...event, said: [], prints: {} })
    previous = hashOf(previous, stream, expected + index + 1, { type, text, words: undefined })
    return { id, type, text, prints: {}, words: undefined, hash: previous }
  })
  return log.append(command, [{ stream, expected, events }])
}
