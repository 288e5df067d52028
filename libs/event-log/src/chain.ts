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
  const open = Buffer.from(JSON.stringify([stream, version, type]) + text)
  return hash('sha256', Buffer.concat([previous ?? nothing, open, words]), 'buffer')
}

export function sameHash(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0
}

const nothing = new Uint8Array(0)
