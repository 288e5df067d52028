import { englandAndWales2028, momentOf } from '@front-door/calendar'
import { type Role, defaultPolicy } from '@front-door/policy'
import { expect } from '@jest/globals'
import {
  type ActName,
  type Command,
  type Decided,
  type FreshEvent,
  type History,
  type InputOfAct,
  type ItemKind,
  asRecorded,
  decide,
  eventsOf,
  itemsOf,
  noHistory,
  remember,
} from '../src/index.js'

/** Something that has happened before the story begins. */
export type Step = (story: Story) => void
type InputFor<N extends ActName> = InputOfAct<N> | ((story: Story) => InputOfAct<N>)

export interface Circumstances {
  readonly as?: Role
  readonly by?: string
  readonly team?: string
  /** When people say it happened. */
  readonly at?: string
  /** When it is recorded. */
  readonly now?: string
  readonly child?: string
  readonly id?: string
}

export const world = () => {
  let ids = 0
  return { policies: [defaultPolicy], calendars: [englandAndWales2028], newId: () => `id-${++ids}` }
}

/** One or more children's histories in memory, told act by act through the real deciders. */
export class Story {
  now = '2025-06-02T08:00:00.000Z'
  readonly histories = new Map<string, History>()
  readonly fresh: FreshEvent[] = []
  private readonly world = world()
  private commands = 0

  constructor(readonly child = 'A1') {}

  history(child = this.child): History {
    return this.histories.get(child) ?? noHistory(child)
  }

  /** The id of the latest item of a kind. */
  the(kind: ItemKind, child = this.child): string {
    return itemsOf(this.history(child).state, kind).at(-1)?.id ?? `no-${kind}`
  }

  /** The id of the latest event of a type. */
  eventId(type: string, child = this.child): string {
    return eventsOf(this.history(child)).findLast((event) => event.type === type)?.id ?? `no-${type}`
  }

  command<N extends ActName>(act: N, input: InputFor<N>, on: Circumstances = {}): Command {
    const given = typeof input === 'function' ? (input as (story: Story) => InputOfAct<N>)(this) : input
    if (on.now) this.now = on.now
    const role = on.as ?? whoDoes(act)
    return {
      id: on.id ?? `command-${++this.commands}`,
      act,
      worker: { id: on.by ?? `the-${role}`, role, team: on.team ?? 'MASH' },
      occurredAt: on.at,
      now: this.now,
      children: [{ child: on.child ?? this.child, input: given as never }],
    }
  }

  ask(command: Command): Decided {
    return decide(command, this.histories, this.world)
  }

  /** Does it, and fails the test with the refusal if it may not be done. */
  do<N extends ActName>(act: N, input: InputFor<N>, on: Circumstances = {}): this {
    return this.run(this.command(act, input, on))
  }

  run(command: Command): this {
    const decided = this.ask(command)
    if ('refusals' in decided) throw new Error(`${command.act}: ${JSON.stringify(decided.refusals)}`)
    for (const { after, events } of decided.changes) {
      this.histories.set(after.child, after)
      this.fresh.push(...events)
    }
    this.now = new Date(Date.parse(this.now) + 60_000).toISOString()
    return this
  }

  /** Puts an event into the history as it is, as an import does. */
  recall(event: FreshEvent): this {
    this.histories.set(event.child, remember(this.history(event.child), asRecorded(event)))
    return this
  }
}

/** Given these steps, when this is asked, then: the events that follow, or the rule that refuses. */
export function given(...steps: readonly Step[]) {
  const story = new Story()
  for (const step of steps) step(story)
  return {
    story,
    when<N extends ActName>(act: N, input: InputFor<N>, on: Circumstances = {}) {
      const command = story.command(act, input, on)
      const decided = story.ask(command)
      return {
        story,
        decided,
        /** These events and no others follow, and asking a second time adds none. */
        then(...expected: readonly (string | readonly [string, object])[]) {
          if ('refusals' in decided) throw new Error(`Refused: ${JSON.stringify(decided.refusals)}`)
          const events = decided.changes.flatMap((change) => change.events)
          expect(events.map(({ type }) => type)).toEqual(
            expected.map((each) => (typeof each === 'string' ? each : each[0])),
          )
          expected.forEach((each, index) => {
            if (typeof each !== 'string')
              expect({ ...events[index]?.data, ...events[index]?.words }).toMatchObject(each[1])
          })
          story.run(command)
          expect(story.ask(command)).toEqual({ changes: [] })
          return story
        },
        /** It is refused by these rules, with a sentence, and nothing is recorded. */
        refused(...rules: readonly string[]) {
          if ('changes' in decided)
            throw new Error(`Not refused: ${JSON.stringify(decided.changes.flatMap((c) => c.events))}`)
          expect(decided.refusals.map(({ rule }) => rule)).toEqual(rules)
          for (const { message } of decided.refusals) expect(message).toMatch(/^[A-Z0-9“].+[.]$/)
          return decided.refusals
        },
      }
    },
  }
}

function whoDoes(act: ActName): Role {
  const [first] = defaultPolicy.may[act] ?? []
  const usual: readonly Role[] = ['screening-social-worker', 'social-worker', 'team-manager', 'early-help-co-ordinator']
  return usual.find((role) => defaultPolicy.may[act]?.includes(role)) ?? first ?? 'administrator'
}

/** The London moment of an instant, for readable expectations. */
export const london = momentOf
