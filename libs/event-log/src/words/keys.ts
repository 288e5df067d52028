import type { KeyObject } from 'node:crypto'
import type { ChildId } from '@front-door/case-flow'

/** A key of one child, or that it was destroyed: what was sealed with it can be read by nobody any more. */
export type KeyFound = KeyObject | 'destroyed'

/**
 * A key for each child, wrapped by the installation's master key. Asynchronous and silent about where they are kept.
 */
export interface Keys {
  /** What reasons are fingerprinted with. The same for all children, or copied reasons could not be seen. */
  readonly fingerprints: KeyObject
  /**
   * The keys of these children, made where there is none yet. A new key is on disk before this resolves: words that
   * were sealed must never outlive their key by accident. Rejects with `KeyDestroyed` where one was destroyed.
   */
  toSeal(children: readonly ChildId[]): Promise<ReadonlyMap<ChildId, KeyObject>>
  /** The key of a child, if there ever was one. */
  find(child: ChildId): Promise<KeyFound | undefined>
  /** Destroys the key for good, at this instant. There will be no other for this child. Asked again it changes nothing. */
  destroy(child: ChildId, at: string): Promise<void>
  close(): Promise<void>
}

/** Nothing can be recorded about this child any more: the law asked for its words to be erased. */
export class KeyDestroyed extends Error {
  constructor(readonly child: ChildId) {
    super(`The words about child ${child} were erased, and nothing more can be written about this child.`)
  }
}

/** There are sealed words about this child and no key: the keys were lost, or belong to another log. */
export class KeyMissing extends Error {
  constructor(readonly child: ChildId) {
    super(`There is no key for the words about child ${child}. Restore the keys that belong to this log.`)
  }
}

/** The master key is not the one these keys were wrapped with. */
export class WrongMasterKey extends Error {
  constructor() {
    super('The master key is not the one the keys were made with. Start with the key file that belongs to this data.')
  }
}
