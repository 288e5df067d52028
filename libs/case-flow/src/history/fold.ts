import { isMoment } from '@front-door/calendar'
import { assessmentEvolves } from '../assessment/evolve.js'
import { type Child, type Evolves, unknownChild } from '../child/index.js'
import { contactEvolves } from '../contact/evolve.js'
import type { ChildId, Recorded } from '../event/event.js'
import { needEvolves } from '../need/evolve.js'
import { oversightEvolves } from '../oversight/evolve.js'
import { personEvolves } from '../person/evolve.js'
import { protectionEvolves } from '../protection/evolve.js'
import { referralEvolves } from '../referral/evolve.js'
import { screeningEvolves } from '../screening/evolve.js'
import { stepEvolves } from '../step/evolve.js'
import { type ChildEvent, type eventDefinitions, whyIllFitting } from './events.js'

const evolves: Evolves<typeof eventDefinitions> = {
  ...personEvolves,
  ...contactEvolves,
  ...screeningEvolves,
  ...referralEvolves,
  ...assessmentEvolves,
  ...protectionEvolves,
  ...needEvolves,
  ...stepEvolves,
  ...oversightEvolves,
}

/**
 * A child's history: every event in order, and what they come to. Never changed: remembering gives a new one. Where
 * a duplicate record was merged into this one, its events are part of the history too.
 */
export interface History {
  readonly child: ChildId
  /** How many events there are of the child's own. */
  readonly version: number
  readonly state: Child
  readonly latest: Link | undefined
}

/** The events from the latest back: a new history shares all that came before. */
interface Link {
  readonly event: ChildEvent
  readonly before: Link | undefined
}

export function noHistory(child: ChildId): History {
  return { child, version: 0, state: unknownChild(child), latest: undefined }
}

/** The history with one more event. Never refuses and never throws: whatever was recorded can be read. */
export function remember(history: History, event: ChildEvent): History {
  return grown({ ...history, state: { ...history.state } }, event)
}

/** The history that these events make. */
export function historyOf(child: ChildId, events: Iterable<ChildEvent>): History {
  const history = noHistory(child)
  for (const event of events) grown(history, event)
  return history
}

/** A history that nobody else has seen yet: it may be changed as it stands, where a copy for each event costs more. */
type Growing = { -readonly [K in keyof History]: History[K] }

function grown(history: Growing, event: ChildEvent): History {
  history.latest = { event, before: history.latest }
  if (event.child === history.child) history.version += 1
  if (event.type !== 'DecisionCorrected') evolve(history.state, event)
  else history.state = asCorrected(eventsOf(history)).reduce(evolve, unknownChild(history.child))
  return history
}

/** The events as they were recorded, oldest first. */
export function eventsOf(history: History): readonly ChildEvent[] {
  const events: ChildEvent[] = []
  for (let link = history.latest; link; link = link.before) events.push(link.event)
  return events.reverse()
}

/** The latest event for which this holds. Looks from the latest back, without a copy of the list. */
export function findEvent(history: History, wanted: (event: ChildEvent) => boolean): ChildEvent | undefined {
  for (let link = history.latest; link; link = link.before) if (wanted(link.event)) return link.event
  return undefined
}

/** The history with the fingerprints of its latest events, by their ids: they are made when an event is written. */
export function fingerprinted(history: History, prints: ReadonlyMap<string, ChildEvent['prints']>): History {
  const relinked = (link: Link | undefined): Link | undefined =>
    link && prints.has(link.event.id)
      ? { event: { ...link.event, prints: prints.get(link.event.id) } as ChildEvent, before: relinked(link.before) }
      : link
  const latest = relinked(history.latest)
  return latest ? { ...history, latest } : history
}

/** The history as it stood at an instant: what was recorded up to then, in this record and those merged into it by then. */
export function asKnownAt(history: History, instant: string): History {
  const late = findEvent(history, ({ recordedAt }) => recordedAt > instant)
  if (!late) return history
  return ofRecord(
    history.child,
    eventsOf(history).filter((event) => event.recordedAt <= instant),
  )
}

/** The history that those of the events make that belong to the child's record, or to one that is merged into it. */
export function ofRecord(child: ChildId, events: readonly ChildEvent[]): History {
  const records = recordsIn(child, events)
  return historyOf(
    child,
    events.filter((event) => records.has(event.child)),
  )
}

/** The record of a child and, of those whose events are here, the records merged into it, or into one of these. */
function recordsIn(child: ChildId, events: readonly ChildEvent[], found = new Set<ChildId>()): ReadonlySet<ChildId> {
  found.add(child)
  if (events.every((event) => found.has(event.child))) return found
  const own = historyOf(
    child,
    events.filter((event) => event.child === child),
  )
  for (const duplicate of own.state.person.mergedFrom) if (!found.has(duplicate)) recordsIn(duplicate, events, found)
  return found
}

/** The events as later corrections read them: changed, or left out where they were recorded by mistake. */
export function asCorrected(events: readonly ChildEvent[]): readonly ChildEvent[] {
  if (!events.some(({ type }) => type === 'DecisionCorrected')) return events
  const corrected = new Map<string, ChildEvent | undefined>(events.map((event) => [event.id, event]))
  for (const { type, data } of events) {
    if (type !== 'DecisionCorrected') continue
    const wrong = corrected.get(data.event)
    if (wrong && wrong.type !== 'DecisionCorrected')
      corrected.set(data.event, data.withdrawn ? undefined : correct(wrong, data.changed ?? {}))
  }
  return [...corrected.values()].filter((event) => event !== undefined)
}

/** The event as corrected, or as it was where the change would not fit its shape. What is `null` was emptied. */
function correct(event: ChildEvent, changed: Readonly<Record<string, unknown>>): ChildEvent {
  const { occurredAt = event.occurredAt, ...values } = changed
  const data = Object.fromEntries(Object.entries({ ...event.data, ...values }).filter(([, value]) => value !== null))
  const said = event.said.filter((name) => values[name] !== null)
  const corrected = { ...event, occurredAt, data, said } as ChildEvent
  return isMoment(occurredAt) && whyIllFitting(corrected) === undefined ? corrected : event
}

/**
 * Changes the state to what it is after the event. Who the person is stays in the duplicate's own history: only what
 * was done is part of the record kept.
 */
function evolve(state: Child, event: ChildEvent): Child {
  if (event.child !== state.id && event.type in personEvolves) return state
  const changes = evolves[event.type] as (state: Child, event: Recorded) => Partial<Child>
  return Object.assign(state, changes(state, event as Recorded))
}
