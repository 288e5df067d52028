import type { Role } from '@front-door/policy'
import type { Purpose } from './purposes.js'

/**
 * One reading: who looked at what, when and what for. Ids and codes only. What was typed into a search, and anybody's
 * name, would make this log a second and unsealed record of the children.
 */
export interface Read {
  /** UTC, ISO 8601 with milliseconds, ending in `Z`. */
  readonly at: string
  readonly worker: string
  readonly role: Role
  readonly team: string
  /** What was read, in lower case with hyphens: `trail`, `search`. */
  readonly what: string
  /** The child it was about, by id. */
  readonly child?: string
  /** What for. A restricted record is never read without. */
  readonly purpose?: Purpose
  /** The request it answered, as the program's own log names it. */
  readonly requestId?: string
  /** Of a search: how many were found, and the names of the fields that were searched. */
  readonly search?: { readonly results: number; readonly fields: readonly string[] }
}

/** A read as kept: later ones have higher positions, which may have gaps. */
export type KeptRead = Read & { readonly position: number }

/** Which page: at most `limit` reads (50 unless told, at most 500) before the position where the last page ended. */
export interface Place {
  readonly before?: number
  readonly limit?: number
}

/** Reads, newest first. `next` is the `before` of the page after this; absent on the last. */
export interface Page {
  readonly reads: readonly KeptRead[]
  readonly next?: number
}

/** The log of reads, apart from the log of decisions. Nothing in it is changed. */
export interface Reads {
  /**
   * Keeps a read; resolves when it is on disk. Rejects with `ReadNotKept` where it cannot be kept: what was to be
   * read should then not be shown.
   */
  append(read: Read): Promise<void>
  /** Who has looked at this child. */
  ofChild(child: string, place?: Place): Promise<Page>
  /** What this worker has looked at. */
  ofWorker(worker: string, place?: Place): Promise<Page>
  /** Keeps what is still on its way, then closes. */
  close(): Promise<void>
}

/** This read is not in the log. The sentence says why. */
export class ReadNotKept extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(`The log of reads does not hold this read. ${sentence}`, { cause })
    this.name = 'ReadNotKept'
  }
}
