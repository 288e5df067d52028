import type { Flaw } from './flaw.js'

/**
 * Where an event stands in the whole log. Later events have higher positions; nothing else may be assumed of it
 * (positions may have gaps). 0 is before the first.
 */
export type Position = number
export const START: Position = 0

/** The open part of an event: what folds and figures read. */
export interface OpenEvent {
  /** The stream it belongs to: `child-<id>`. */
  readonly stream: string
  /** 1 for the first event of the stream, then one more each time. */
  readonly version: number
  readonly position: Position
  readonly id: string
  readonly type: string
  /** The version of the event's own shape. */
  readonly schema: number
  readonly occurredAt: string
  readonly recordedAt: string
  readonly worker: { readonly id: string; readonly role: string; readonly team: string }
  readonly cause: string
  readonly data: Readonly<Record<string, unknown>>
  /** Which words were said. Open, so that their absence can be seen after the key is destroyed. */
  readonly said: readonly string[]
  /** Keyed fingerprints of reasons, so that copied reasons can be seen without reading them. */
  readonly prints: Readonly<Record<string, string>>
}

/** An event as a log keeps it: open envelope and data, words sealed, and the hash that ties it to the one before. */
export interface StoredEvent extends OpenEvent {
  /** The open part but for its type and where it stands, as it was written. */
  readonly text: string
  /** The words, sealed under the child's key. */
  readonly words: Uint8Array | undefined
  /** SHA-256 over the hash of the event before it in its stream, and its own place, type, text and words. */
  readonly hash: Uint8Array
}

/** Which streams: those after one, up to another. All unless given. */
export interface StreamsWanted {
  readonly after?: string | undefined
  readonly until?: string | undefined
  /** Of events of these types the sealed words are read too. */
  readonly wordsOf?: readonly string[] | undefined
}

/** An open event, with its sealed words where they were asked for and there are any. */
export interface StreamEvent extends OpenEvent {
  readonly words?: Uint8Array
}

export type EventToAppend = Pick<StoredEvent, 'id' | 'type' | 'text' | 'prints' | 'words' | 'hash'>

/** Events for one stream, which must still be at the version the decision was made on. */
export interface Append {
  readonly stream: string
  readonly expected: number
  readonly events: readonly EventToAppend[]
}

/** Where the events of a command came to stand. */
export interface Appended {
  readonly command: string
  /** What the command was asked to do, as its own fingerprint: the same id with another fingerprint is another request. */
  readonly fingerprint: string
  readonly events: readonly Pick<StoredEvent, 'stream' | 'version' | 'position' | 'id' | 'type'>[]
}

/** The stream has moved on since the decision was made. Nothing was written; decide again on what it holds now. */
export class WrongVersion extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at version ${actual}, not ${expected}.`)
  }
}

/** What is in the log cannot be read as an event. Reading stops here: leaving one out would make every figure wrong. */
export class UnreadableEvent extends Error {
  constructor(
    readonly event: Pick<OpenEvent, 'position' | 'stream' | 'version' | 'type'>,
    readonly why: string,
  ) {
    const { position, stream, version, type } = event
    super(`The event at position ${position} (${stream}, version ${version}, ${type}) cannot be read: ${why}.`)
  }
}

/** Asked of a log after it was closed. */
export class LogClosed extends Error {
  constructor() {
    super('The log is closed.')
  }
}

/**
 * The log: never rewritten, and acknowledged means on disk. All of it is asynchronous and says nothing of where it
 * is kept, so that an adapter for another store passes the same contract suite (testing/contract.ts).
 */
export interface EventLog {
  /**
   * Appends to one or several streams, each named once, all or nothing. Resolves when the events are durable. A
   * command id that was appended before gives what it gave then and writes nothing. Rejects with `WrongVersion`
   * where a stream has moved on.
   */
  append(command: { readonly id: string; readonly fingerprint: string }, appends: readonly Append[]): Promise<Appended>
  /** What a command appended, if it ever did. */
  find(command: string): Promise<Appended | undefined>
  /** The events of a stream after a version, in order; empty where there is no such stream. */
  readStream(stream: string, after?: number): Promise<readonly StoredEvent[]>
  /** The sealed words of these events of a stream, by event id: nothing under the id of one that has none. */
  readWords(stream: string, events: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | undefined>>
  /** Pages of all events after a position, in order, up to what the log held when reading began. */
  readAll(after: Position, types?: readonly string[]): AsyncIterable<readonly StoredEvent[]>
  /** The same, without texts, sealed words and hashes: a fold of the whole log needs neither, and it takes half the time. */
  readOpen(after: Position, types?: readonly string[]): AsyncIterable<readonly OpenEvent[]>
  /**
   * The open part of all events, stream by stream: each page holds some streams, and each of those all its events. For
   * folding every history of a log of any length. Streams come in the order of `heads`, one that begins meanwhile last.
   */
  readStreams(wanted?: StreamsWanted): AsyncIterable<readonly (readonly StreamEvent[])[]>
  /**
   * Pages of all events after a position and of every later one, in order, each once, until closed. The next page
   * waits for the last to be handled. An error in the handler ends the subscription and rejects `ended`.
   */
  subscribe(after: Position, handle: (page: readonly StoredEvent[]) => Promise<void>): Subscription
  /** Every stream by its name, in pages, in an order that never changes: new streams come last. */
  streams(): AsyncIterable<readonly string[]>
  /** The position of the last event. */
  end(): Promise<Position>
  /** What the store itself can see is wrong, which its streams do not show: a gap, an event that belongs to no stream. */
  inspect(): AsyncIterable<Flaw>
  /** Finishes what was asked before, ends every subscription and lets go of the store. */
  close(): Promise<void>
}

export interface Subscription {
  /** Resolves once closed, by `close` or with the log; rejects with the error of the handler. */
  readonly ended: Promise<void>
  close(): Promise<void>
}
