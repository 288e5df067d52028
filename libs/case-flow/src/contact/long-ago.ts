import {
  type Day,
  type Moment,
  addDays,
  addMonths,
  ageOn,
  dayOf,
  daysBetween,
  inWords,
  momentOf,
} from '@front-door/calendar'
import { type Policy, policyOn } from '@front-door/policy'
import type { Missing } from '../flow/evidence.js'
import { kindNames } from '../flow/names.js'
import type { ChildEvent } from '../history/events.js'

/**
 * What to ask of a contact, or a request for advice and support, that is said to have come in longer before it is
 * recorded than the policy takes as usual: “4 June 2021, more than 5 years ago”. It may be so, or the year is mistyped.
 */
export function longAgo(occurredAt: Moment, on: Day, policies: readonly Policy[]): string | undefined {
  const { longAgoDays } = policyOn(policies, on).thresholds
  const day = dayOf(occurredAt)
  if (daysBetween(day, on) <= longAgoDays) return undefined
  return `${inWords(day)}, more than ${since(day, on, longAgoDays)} ago`
}

/** Those dates of what was recorded that may be mistyped, told as what is missing from a record is told. */
export function datesInDoubt(events: readonly ChildEvent[], policies: readonly Policy[]): readonly Missing[] {
  return events.flatMap((event) => {
    const { kind, id } = opened(event)
    const doubt = id && longAgo(event.occurredAt, dayOf(momentOf(event.recordedAt)), policies)
    if (!kind || !doubt) return []
    const says = `The ${kindNames[kind]} is dated ${doubt}. Correct when it happened if that is not right.`
    return [{ what: 'date', kind, about: id, says }]
  })
}

function opened({ type, data }: ChildEvent) {
  if (type === 'ContactReceived') return { kind: 'contact', id: data.contact } as const
  if (type === 'ConsultationGiven') return { kind: 'consultation', id: data.consultation } as const
  return {}
}

/** In whole years where there are any, in months from two on, and else in the days of the policy. */
function since(day: Day, on: Day, days: number): string {
  const years = ageOn(day, addDays(on, -1))
  if (years > 0) return years === 1 ? '1 year' : `${years} years`
  const months = [...Array(12).keys()].findLast((count) => addMonths(day, count) < on) ?? 0
  return months > 1 ? `${months} months` : `${days} days`
}
