import { type Instant, type Moment, calendarOn, dayOf, momentOf } from '@front-door/calendar'
import { policyOn } from '@front-door/policy'
import type { Decision, Facts, Refusal } from '../act/index.js'
import type { ChildId, Envelope, NewEvent, Worker } from '../event/event.js'
import type { Fields, InputOf } from '../fields/index.js'
import { takenBackInOne } from '../history/both-records.js'
import type { ChildEvent } from '../history/events.js'
import { sameAct, standingOn } from '../history/dependents.js'
import { type History, eventsOf, findEvent, noHistory, ofRecord, remember } from '../history/fold.js'
import { newContradictions } from '../rules/contradictions.js'
import type { Agreed } from './clocks.js'
import { guard } from './guard.js'
import { recordedBy } from './recorded-by.js'
import type { Row } from './row.js'
import { type ActName, type InputOfAct, flow } from './table.js'

/** One act, about one child or several: all of it happens, or none. */
export interface Command<N extends ActName = ActName> {
  /** The same id asked twice is recorded once: an idempotency key, or any id of its own. */
  readonly id: string
  readonly act: N
  readonly worker: Worker
  /** When people say it happened; now unless told. */
  readonly occurredAt?: Moment | undefined
  readonly now: Instant
  readonly children: readonly { readonly child: ChildId; readonly input: InputOfAct<N> }[]
}

/** An event with its words still open, as it is about to be written. */
export interface FreshEvent extends Envelope {
  readonly type: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, string>>
}

/** What is to be appended to one child's history, and how it stands then. */
export interface Change {
  readonly before: History
  readonly after: History
  readonly events: readonly FreshEvent[]
}

export type Refused = Refusal & { readonly child: ChildId }

export type Decided = { readonly changes: readonly Change[] } | { readonly refusals: readonly Refused[] }

/** What a decision draws on besides the histories. */
export interface World extends Agreed {
  readonly newId: () => string
}

/** Decides a command on the histories of the children it names. Pure: the same asked gives the same answer. */
export function decide(command: Command, histories: ReadonlyMap<ChildId, History>, world: World): Decided {
  const work = new Map<ChildId, { before: History; after: History; events: FreshEvent[] }>()
  const refusals: Refused[] = []
  const workOn = (child: ChildId) => {
    const known = work.get(child)
    if (known) return known
    const before = histories.get(child) ?? noHistory(child)
    const fresh = { before, after: before, events: [] }
    work.set(child, fresh)
    return fresh
  }
  for (const { child, input } of command.children) {
    const { before, after } = workOn(child)
    // Asked twice in a row. A command asked again later is found by the log, which knows every one.
    if (before.latest?.event.cause === command.id) return { changes: [] }
    const facts = factsFor(command, after, histories, world)
    const decision = decideOne(flow[command.act], input, facts)
    if ('refusals' in decision) refusals.push(...decision.refusals.map((each) => ({ ...each, child })))
    else
      for (const event of decision.events) {
        const fresh = stamped(event, child, facts, command.id)
        const change = workOn(fresh.child)
        change.events.push(fresh)
        change.after = withRecordsOf(remember(change.after, asRecorded(fresh)), change.before)
        if (fresh.child !== child && fresh.type === 'DecisionCorrected') {
          // Corrected in the duplicate's own record, it is read so in the record that was kept.
          const kept = workOn(child)
          kept.after = remember(kept.after, asRecorded(fresh))
        }
      }
  }
  if (refusals.length === 0) refusals.push(...takenBackInOne([...work.values()], histories))
  for (const { before, after } of work.values())
    for (const { rule, says } of newContradictions(before.state, after.state))
      refusals.push({
        rule,
        message: `This cannot be recorded so: ${lowerFirst(says)}`,
        source: sourceOf(rule),
        child: after.child,
      })
  if (refusals.length > 0) return { refusals }
  return { changes: [...work.values()].filter(({ events }) => events.length > 0) }
}

/** Where a merge was taken back, the other record's events are part of this history no longer. */
function withRecordsOf(after: History, before: History): History {
  const isApart = after.state.person.mergedFrom.length < before.state.person.mergedFrom.length
  return isApart ? ofRecord(after.child, eventsOf(after)) : after
}

/** Where the act may happen at all, what is wrong with its fields and what the act itself refuses are told together. */
function decideOne(line: Row, input: InputOf<Fields>, facts: Facts): Decision {
  const { closed, fields } = guard(line, input, facts)
  if (closed.length > 0) return { refusals: [...closed, ...fields] }
  const decision = line.act.decide(input, facts)
  if (fields.length === 0) return decision
  return { refusals: [...fields, ...('refusals' in decision ? decision.refusals : [])] }
}

/** The event as the fold reads it: which words there are, but not the words, and no fingerprints of them as yet. */
export function asRecorded(event: FreshEvent): ChildEvent {
  const { id, child, occurredAt, recordedAt, worker, cause, type, version, data, words } = event
  const said = Object.keys(words)
  return {
    id,
    child,
    occurredAt,
    recordedAt,
    worker,
    cause,
    type,
    version,
    data,
    said,
    prints,
  } as unknown as ChildEvent
}

const prints: ChildEvent['prints'] = {}

function factsFor(command: Command, history: History, histories: ReadonlyMap<ChildId, History>, world: World): Facts {
  const today = momentOf(command.now)
  const occurredAt = command.occurredAt ?? today
  return {
    child: history.state,
    eventOf: (id) => findEvent(history, (event) => event.id === id),
    recordedBy: (event) => recordedBy(history, event),
    sameAct: (event) => sameAct(history, event),
    standingOn: (events) => standingOn(history, events),
    other: (id) => histories.get(id)?.state,
    together: command.children.map(({ child }) => child),
    occurredAt,
    now: command.now,
    today,
    worker: command.worker,
    policy: policyOn(world.policies, dayOf(occurredAt)),
    calendar: calendarOn(world.calendars, dayOf(occurredAt)),
    newId: world.newId,
  }
}

function stamped(
  { child = '', type, version, data, words }: NewEvent,
  own: ChildId,
  facts: Facts,
  cause: string,
): FreshEvent {
  const { newId, occurredAt, now: recordedAt, worker } = facts
  return { id: newId(), child: child || own, occurredAt, recordedAt, worker, cause, type, version, data, words }
}

const sourceOf = (rule: string) => (/^\d/.test(rule) ? `CIN census rule ${rule}` : 'Front Door')
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
