import type { KeyObject } from 'node:crypto'
import type { DoorParts } from '@front-door/door'
import type { EventLog, Recorder } from '@front-door/event-log'
import type { RowStore } from '@front-door/read-models'

/** Everything the casework rooms stand on, put together by whoever runs them. */
export interface Parts extends DoorParts {
  readonly recorder: Recorder
  readonly log: EventLog
  readonly rows: RowStore
  /** Under which what was asked is fingerprinted, so that the log shows nothing of it. */
  readonly fingerprints: KeyObject
}

export const PARTS = Symbol('the parts that casework stands on')
