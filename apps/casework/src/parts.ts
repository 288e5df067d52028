import type { KeyObject } from 'node:crypto'
import type { Instant } from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'
import type { EventLog, Histories, Recorder } from '@front-door/event-log'
import type { Following } from '@front-door/feed'
import type { Reads, StaffMember, Verify } from '@front-door/identity'
import type { RowStore } from '@front-door/read-models'
import type { Drafts } from './drafts/drafts.js'

/** Everything the casework rooms stand on, put together by whoever runs them. */
export interface Parts {
  readonly recorder: Recorder
  readonly histories: Histories
  readonly log: EventLog
  readonly rows: RowStore
  readonly following: Pick<Following, 'lag'>
  readonly reads: Reads
  readonly verify: Verify
  readonly drafts: Drafts
  /** The people who work here, as far as is known: names for trails, and who can be picked. */
  readonly staff: readonly StaffMember[]
  readonly agreed: Agreed
  /** Under which what was asked is fingerprinted, so that the log shows nothing of it. */
  readonly fingerprints: KeyObject
  readonly clock: () => Instant
}

export const PARTS = Symbol('the parts that casework stands on')
