import { assessmentEvents } from '../assessment/events.js'
import { contactEvents } from '../contact/events.js'
import type { EventDefinition, EventOf } from '../event/event.js'
import { type Fields, misfit, requiredOf } from '../fields/index.js'
import { needEvents } from '../need/events.js'
import { oversightEvents } from '../oversight/events.js'
import { personEvents } from '../person/events.js'
import { protectionEvents } from '../protection/events.js'
import { referralEvents } from '../referral/events.js'
import { screeningEvents } from '../screening/events.js'
import { stepEvents } from '../step/events.js'

/** Every event there is. These shapes are the storage format: a change to one is a new version with an upcast. */
export const eventDefinitions = [
  ...personEvents,
  ...contactEvents,
  ...screeningEvents,
  ...referralEvents,
  ...assessmentEvents,
  ...protectionEvents,
  ...needEvents,
  ...stepEvents,
  ...oversightEvents,
] as const

export type ChildEvent = EventOf<(typeof eventDefinitions)[number]>
export type EventType = ChildEvent['type']

type Definition = (typeof eventDefinitions)[number]

/** The definitions by the name of the event. */
export const definitions = Object.fromEntries(eventDefinitions.map((each) => [each.type, each])) as {
  readonly [T in EventType]: Extract<Definition, { type: T }>
}

const byType: ReadonlyMap<string, EventDefinition> = new Map(eventDefinitions.map((each) => [each.type, each]))

export function definitionOf(type: string): EventDefinition | undefined {
  return byType.get(type)
}

/** The open part of each event's shape, which is all of it but the words, and which of it there must be. */
const openParts: ReadonlyMap<string, { readonly fields: Fields; readonly required: readonly string[] }> = new Map(
  eventDefinitions.map((each: EventDefinition) => {
    const fields = Object.fromEntries(Object.entries(each.fields).filter(([, field]) => !field.words))
    return [each.type, { fields, required: requiredOf(fields) }]
  }),
)

/** The name of the first part of the event's data that does not fit its shape, if there is one. */
export function whyIllFitting(event: {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}): string | undefined {
  const open = openParts.get(event.type)
  return misfit(open?.fields ?? {}, event.data, open?.required)
}
