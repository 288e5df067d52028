import type { Change, ChildId, EventType, History, Refused } from '@front-door/case-flow'

/** What came of a command. A refusal is an answer, not an error. */
export type Performed = Recorded | NotAllowed | Stale

/** It is recorded, and on disk. `again`: it had been before, and this is what came of it then. */
export interface Recorded {
  readonly outcome: 'recorded'
  readonly again: boolean
  readonly children: readonly Told[]
}

/** What was added to one child's history, and how the history stood then. Nothing, where nothing more was to happen. */
export interface Told {
  readonly child: ChildId
  readonly version: number
  readonly events: readonly { readonly id: string; readonly type: EventType | string; readonly version: number }[]
  readonly history: History
}

export interface NotAllowed {
  readonly outcome: 'refused'
  readonly refusals: readonly Refused[]
}

/** It was asked on histories that have moved on since they were looked at. Nothing was recorded: look again. */
export interface Stale {
  readonly outcome: 'stale'
  readonly children: readonly { readonly child: ChildId; readonly expected: number; readonly actual: number }[]
}

/** The same command id was used before to ask for something else. */
export class CommandReused extends Error {
  constructor(readonly command: string) {
    super(`The id ${command} was used before for another command. Give every command an id of its own.`)
  }
}

/** Others kept changing the same histories. Nothing was recorded; asking again may do. */
export class TooManyAtOnce extends Error {
  constructor(readonly command: string) {
    super('Too many people are changing these records at once. Nothing was recorded: try again.')
  }
}

/** What was decided, as it is told to who asked. */
export function toldOf({ before, after, events }: Change): Told {
  return {
    child: after.child,
    version: after.version,
    events: events.map(({ id, type }, index) => ({ id, type, version: before.version + index + 1 })),
    history: after,
  }
}
