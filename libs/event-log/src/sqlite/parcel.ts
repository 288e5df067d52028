import type { ToWrite } from './write.js'

/**
 * What is to be written, for the way to another thread. All bytes stand one after the other in one piece, which is
 * handed over: sent one by one, each would be copied with all that happens to lie around it in memory.
 */
export interface Parcel {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly commands: readonly (readonly [id: string, fingerprint: string, appends: readonly PackedAppend[]])[]
}

type PackedAppend = readonly [stream: string, expected: number, events: readonly PackedEvent[]]
/** Of its words and its hash only how many bytes they are. */
type PackedEvent = readonly [type: string, text: string, words: number | undefined, hash: number]

export function packed(commands: readonly ToWrite[]): Parcel {
  const bytes = new Uint8Array(bytesOf(commands))
  let end = 0
  const put = (part: Uint8Array): number => {
    bytes.set(part, end)
    end += part.length
    return part.length
  }
  return {
    bytes,
    commands: commands.map(({ id, fingerprint, appends }) => [
      id,
      fingerprint,
      appends.map(({ stream, expected, events }) => [
        stream,
        expected,
        events.map(({ type, text, words, hash }) => [type, text, words && put(words), put(hash)]),
      ]),
    ]),
  }
}

export function unpacked({ bytes, commands }: Parcel): readonly ToWrite[] {
  let end = 0
  const next = (length: number) => bytes.subarray(end, (end += length))
  return commands.map(([id, fingerprint, appends]) => ({
    id,
    fingerprint,
    appends: appends.map(([stream, expected, events]) => ({
      stream,
      expected,
      events: events.map(([type, text, words, hash]) => ({
        type,
        text,
        words: words === undefined ? undefined : next(words),
        hash: next(hash),
      })),
    })),
  }))
}

function bytesOf(commands: readonly ToWrite[]): number {
  let total = 0
  for (const { appends } of commands)
    for (const { events } of appends) for (const { words, hash } of events) total += (words?.length ?? 0) + hash.length
  return total
}
