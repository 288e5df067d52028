import {
  type Change,
  type ChildEvent,
  type ChildId,
  type Command,
  type FreshEvent,
  type World,
  asRecorded,
  decide,
  noHistory,
  remember,
} from '@front-door/case-flow'
import { type Histories, historiesFrom } from './histories.js'
import type { EventLog } from './log.js'
import { childrenNamed } from './named.js'
import type { Performed } from './performed.js'
import { mustFit } from './prepare.js'
import { type Choice, requests } from './request.js'
import { type TrailWords, trailWords } from './trail-words.js'
import type { Keys } from './words/keys.js'

/** The one way into the log. */
export interface Recorder {
  /**
   * Decides a command on the histories of the children it names and records what follows: all of it, or nothing.
   * Resolves when it is on disk. The same command asked again gives what came of it the first time. `fingerprint` says
   * what was asked: the same id with another one rejects with `CommandReused`. `expected` are the versions at which
   * whoever asks saw the histories; where one has moved on the outcome is `stale`.
   */
  perform(command: Command, fingerprint: string, expected?: ReadonlyMap<ChildId, number>): Promise<Performed>
  /** Records facts about one child as an earlier system held them, without deciding anything. Otherwise the same. */
  recall(
    child: ChildId,
    expectedVersion: number,
    events: readonly FreshEvent[],
    commandId: string,
    fingerprint: string,
  ): Promise<Performed>
  /** The words of a trail's events. */
  words(events: readonly Pick<ChildEvent, 'id' | 'child'>[]): Promise<TrailWords>
}

export interface Records {
  readonly log: EventLog
  readonly keys: Keys
  readonly world: World
  readonly histories?: Histories
}

export function recorderOf({ log, keys, world, histories = historiesFrom(log) }: Records): Recorder {
  const settle = requests(log, keys, histories)
  return {
    perform: (command, fingerprint, expected = anyVersion) =>
      settle({
        id: command.id,
        fingerprint,
        children: childrenNamed(command),
        expected,
        choose: (known): Choice => {
          const decided = decide(command, known, world)
          return 'refusals' in decided ? { outcome: 'refused', ...decided } : decided.changes
        },
      }),
    recall: (child, expectedVersion, events, id, fingerprint) =>
      settle({
        id,
        fingerprint,
        children: new Set([child]),
        expected: new Map([[child, expectedVersion]]),
        choose: (known) => [recalled(known.get(child) ?? noHistory(child), events)],
      }),
    words: (events) => trailWords(log, keys, events),
  }
}

const anyVersion: ReadonlyMap<ChildId, number> = new Map()

function recalled(before: Change['before'], events: readonly FreshEvent[]): Change {
  events.forEach(mustFit)
  return { before, events, after: events.map(asRecorded).reduce(remember, before) }
}
