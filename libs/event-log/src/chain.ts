import { hash } from 'node:crypto'
import type { EventToAppend } from './log.js'

/** All of an event that its hash covers, besides where it stands. */
export type Hashed = Pick<EventToAppend, 'type' | 'text' | 'words'>

/**
 * The hash that ties an event to all before it in its stream: SHA-256 over the 32 bytes of the hash before it (of
 * which the first has none), its place and type as the JSON list `["child-A1",3,"ContactDecided"]`, its text, and the
 * bytes of its sealed words, one after the other. So the chain can be checked without a key and stays whole when a key
 * is destroyed. No two events give the same bytes: each part says where it ends.
 */
export function hashOf(previous: Uint8Array | undefined, stream: string, version: number, event: Hashed): Uint8Array {
  const { type, text, words = nothing } = event
  return hash('sha256', joined(previous ?? nothing, JSON.stringify([stream, version, type]) + text, words), 'buffer')
}

/** What is hashed is put together in one place, over and over: events that want more than this are rare. */
const place = Buffer.allocUnsafeSlow(16 << 10)
const BYTES_OF_A_UNIT = 3

function joined(before: Uint8Array, open: string, after: Uint8Array): Uint8Array {
  const atMost = before.length + open.length * BYTES_OF_A_UNIT + after.length
  if (atMost > place.length) return Buffer.concat([before, Buffer.from(open), after])
  place.set(before)
  const end = before.length + place.write(open, before.length)
  place.set(after, end)
  return place.subarray(0, end + after.length)
}

export function sameHash(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0
}

const nothing = new Uint8Array(0)
