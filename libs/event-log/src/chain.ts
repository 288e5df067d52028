import { hash } from 'node:crypto'
import { canonical } from './canonical.js'
import type { EventToAppend } from './log.js'

/** All of an event that its hash covers, besides where it stands. */
export type Hashed = Omit<EventToAppend, 'hash'>

/**
 * The hash that ties an event to all before it in its stream: SHA-256 over the previous hash, in hex, followed by the
 * canonical JSON of the event with its stream and version. Sealed words enter as base64 of their bytes, so the chain
 * can be checked without a key and stays whole when a key is destroyed.
 *
 * The JSON is put together by hand, its keys in canonical order, because this is on the path of every append; that it
 * is what `canonical` gives is tested.
 */
export function hashOf(previous: Uint8Array | undefined, stream: string, version: number, event: Hashed): Uint8Array {
  const { id, role, team } = event.worker
  const words = event.words ? `,"words":"${base64(event.words)}"` : ''
  const text =
    `{"cause":${quoted(event.cause)},"data":${canonical(event.data)},"id":${quoted(event.id)}` +
    `,"occurredAt":${quoted(event.occurredAt)},"prints":${canonical(event.prints)}` +
    `,"recordedAt":${quoted(event.recordedAt)},"said":${canonical(event.said)},"schema":${event.schema}` +
    `,"stream":${quoted(stream)},"type":${quoted(event.type)},"version":${version}${words}` +
    `,"worker":{"id":${quoted(id)},"role":${quoted(role)},"team":${quoted(team)}}}`
  return hash('sha256', (previous ? hex(previous) : '') + text, 'buffer')
}

export function sameHash(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0
}

const quoted = (text: string): string => JSON.stringify(text)
const base64 = (bytes: Uint8Array): string => view(bytes).toString('base64')
const hex = (bytes: Uint8Array): string => view(bytes).toString('hex')
const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
