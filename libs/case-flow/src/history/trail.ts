import {
  type Instant,
  type Moment,
  calendarOn,
  dayOf,
  inWords as dayInWords,
  dueBy,
  isBefore,
  isDay,
  isMoment,
  momentInWords,
  momentOf,
} from '@front-door/calendar'
import { type Policy, policyOn } from '@front-door/policy'
import type { Worker } from '../event/event.js'
import type { Agreed } from '../flow/clocks.js'
import type { Field, Fields } from '../fields/index.js'
import { type ChildEvent, type EventType, definitionOf, eventDefinitions } from './events.js'
import { type History, eventsOf } from './fold.js'
import type { OpenedWords } from './words.js'

/** One line of a decision trail: who, what, when it happened, when it was recorded, and why. */
export interface TrailLine {
  readonly event: string
  readonly type: EventType
  readonly name: string
  readonly occurredAt: Moment
  readonly recordedAt: Instant
  /** Recorded later after it happened than the policy takes as prompt. Imported history is not: it was, elsewhere. */
  readonly late: boolean
  readonly worker: Worker
  /** The command it came from; what was recorded together shares it. */
  readonly cause: string
  readonly data: Readonly<Record<string, unknown>>
  /** Which words were said, even where they can no longer be read. */
  readonly said: readonly string[]
  readonly words: Readonly<Record<string, string>> | undefined
  /** Later corrections, oldest first: the event that corrects it, and what it says instead. */
  readonly corrections: readonly TrailCorrection[]
  /** The record it was first written in, where that was merged into this one. */
  readonly mergedFrom?: string
}

export interface TrailCorrection {
  readonly event: string
  readonly at: Moment
  readonly withdrawn: boolean
  readonly changed: Readonly<Record<string, unknown>>
}

/** A child's decision trail, oldest first. Nothing is left out: what was corrected stands beside its correction. */
export function trailOf(history: History, open: OpenedWords, agreed: Agreed): readonly TrailLine[] {
  const events = eventsOf(history)
  const corrections = correctionsIn(events)
  return events.map((event) => ({
    event: event.id,
    type: event.type,
    name: eventName(event.type),
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    // Found when it is asked for: of a long trail most lines are not shown.
    get late() {
      return isLate(event, agreed)
    },
    worker: event.worker,
    cause: event.cause,
    data: event.data,
    said: event.said,
    words: event.said.length > 0 ? open(event) : {},
    corrections: corrections.get(event.id) ?? [],
    ...(event.child === history.child ? {} : { mergedFrom: event.child }),
  }))
}

/** By the event that each corrects. */
function correctionsIn(events: readonly ChildEvent[]): ReadonlyMap<string, readonly TrailCorrection[]> {
  const corrections = new Map<string, readonly TrailCorrection[]>()
  for (const { type, data, id, occurredAt } of events) {
    if (type !== 'DecisionCorrected') continue
    const { event, withdrawn = false, changed = {} } = data
    corrections.set(event, [...(corrections.get(event) ?? []), { event: id, at: occurredAt, withdrawn, changed }])
  }
  return corrections
}

function isLate({ occurredAt, recordedAt, worker }: ChildEvent, { policies, calendars }: Agreed): boolean {
  if (worker.role === 'import') return false
  const day = dayOf(occurredAt)
  const hours = policyOn(policies, day).thresholds.lateEntryHours
  return isBefore(dueBy(occurredAt, { hours }, calendarOn(calendars, day)).due, momentOf(recordedAt))
}

/** An entry of an event's data as people read it. */
export interface FactInWords {
  readonly label: string
  readonly text: string
}

/** The open part of an event in words: what each entry is called, and codes by their labels or the council's own words. */
export function factsInWords(
  type: string,
  data: Readonly<Record<string, unknown>>,
  own: Policy['words'] = {},
): readonly FactInWords[] {
  const fields: Fields = definitionOf(type)?.fields ?? {}
  return Object.entries(data).flatMap(([name, value]) => {
    const field = fields[name]
    return !field || field.kind === 'reference'
      ? []
      : [
          {
            label: field.label,
            text: [value]
              .flat()
              .map((each) => inWords(field, each, own))
              .join(', '),
          },
        ]
  })
}

function inWords({ kind, codes }: Field, value: unknown, own: Policy['words']): string {
  if (codes) return own[`${codes.name}.${String(value)}`] ?? codes.labelOf(String(value))
  if (kind === 'yesNo') return value === true ? 'yes' : 'no'
  if (kind === 'day' && isDay(value)) return dayInWords(value)
  if (kind === 'moment' && isMoment(value)) return momentInWords(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const spelledOut: readonly (readonly [RegExp, string])[] = [
  [/^Cin/, 'ChildInNeed'],
  [/^Protection/, 'ChildProtection'],
  [/^Section47/, 'Section47Enquiry'],
  [/^Unborn/, 'UnbornChild'],
]

/** The event in words: `ContactReceived` is "Contact received". */
export function eventName(type: string): string {
  return names.get(type) ?? spelled(type)
}

function spelled(type: string): string {
  const long = spelledOut.reduce((name, [short, full]) => name.replace(short, full), type)
  return long
    .replace(/(\d+)/g, ' $1')
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`)
}

/** Every line of every trail and every receipt asks for one. */
const names = new Map(eventDefinitions.map(({ type }) => [type as string, spelled(type)]))
