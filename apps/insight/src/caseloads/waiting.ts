import {
  BeyondCalendar,
  type Day,
  calendarOn,
  daysBetween,
  limitInWords,
  workingDaysBetween,
} from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'
import type { Unallocated } from '@front-door/performance'
import { policyOn } from '@front-door/policy'

/** How long an open case has waited for a worker, beside what the policy allows. */
export interface Waiting {
  /** The day it was decided; where nobody knows that, the day it was received. */
  readonly since: Day
  /** Working days from then on; undefined where the calendar does not reach. */
  readonly workingDays: number | undefined
  /** The limit of the policy in force on the day of the decision; undefined where nobody knows that. */
  readonly limit: string | undefined
  /** Calendar days since it had to be allocated; 0 where it is in time, or nobody can tell. */
  readonly late: number
}

export function waitingOf({ received, decided, due }: Unallocated, on: Day, { policies, calendars }: Agreed): Waiting {
  const since = decided ?? received
  return {
    since,
    workingDays: workingDays(since, on, calendars),
    limit: decided === null ? undefined : limitInWords(policyOn(policies, decided).timescales.allocation.limit),
    late: due === null ? 0 : Math.max(0, daysBetween(due, on)),
  }
}

function workingDays(since: Day, on: Day, calendars: Agreed['calendars']): number | undefined {
  try {
    return workingDaysBetween(since, on, calendarOn(calendars, since))
  } catch (error) {
    if (error instanceof BeyondCalendar) return undefined
    throw error
  }
}
