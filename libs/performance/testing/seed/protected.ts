import { type Day, addDays, addMonths } from '@front-door/calendar'
import type { FreshEvent } from '@front-door/case-flow'
import { about } from '../told.js'
import { FIRST, LAST, spread, workingDaysAfter } from './days.js'
import { OF, type Printed, share } from './printed.js'
import { referred } from './referred.js'

/** Working days from one visit to the next. */
const VISIT = 10
/** Plans open at the end of the year for three months or more, and those that are newer. */
const [LONG, NEW] = [100, 40]
/** Of the long ones, the last to start: three months before the end of the year. Its review is due on that day. */
const LAST_LONG: Day = '2017-12-31'

/** A thousand children with a child protection plan and a visit due in the year, in cases that were open before it. */
export function protectedChildren(printed: Printed): readonly (readonly FreshEvent[])[] {
  return Array.from({ length: OF }, (_, at) => {
    const child = `P${at}`
    const late = at >= share(printed.visitsOnTime)
    const reviewed = at < share(printed.reviewsOnTime, LONG)
    return [
      ...referred(child, `${child}-referral`, spread(at, '2016-10-01', addDays(FIRST, -1)), 'STRATEGY_S47'),
      ...(at < LONG
        ? openPlan(child, addDays(LAST_LONG, -2 * at), reviewed)
        : at < LONG + NEW
          ? openPlan(child, spread(at, '2018-01-02', '2018-03-10'), false)
          : endedPlan(child, spread(at, FIRST, '2018-01-15'), 1 + (at % 4), late)),
    ]
  })
}

/** Visited to the end of the year; reviewed after exactly three months, and then six, if at all. */
function openPlan(child: string, started: Day, reviewed: boolean): readonly FreshEvent[] {
  const visits = visitDays(started, (due) => due <= LAST)
  const reviews = reviewed ? [addMonths(started, 3), addMonths(started, 9)].filter((day) => day <= LAST) : []
  const plan = { plan: planOf(child) }
  return [
    begun(child, started),
    ...visits.map((on) => visited(child, on)),
    ...reviews.map((on) => about('ProtectionPlanReviewed', on, { ...plan, outcome: 'CONTINUE' }, { child })),
  ].toSorted(byDay)
}

/** Ended after so many visits; where one was late it was the last, by a working day. */
export function endedPlan(child: string, started: Day, visits: number, late: boolean): readonly FreshEvent[] {
  const inTime = visitDays(started, (_, made) => made < visits)
  const days = late ? inTime.with(-1, workingDaysAfter(inTime.at(-1) ?? started, 1)) : inTime
  const ended = days.at(-1) ?? started
  return [
    begun(child, started),
    ...days.map((on) => visited(child, on)),
    about('ProtectionPlanEnded', ended, { plan: planOf(child), ending: 'NOT_STATED' }, { child }),
  ]
}

/** The days on which visits fall due when each is made on the day it is. */
function visitDays(started: Day, goOn: (due: Day, made: number) => boolean): readonly Day[] {
  const days: Day[] = []
  for (let due = workingDaysAfter(started, VISIT); goOn(due, days.length); due = workingDaysAfter(due, VISIT))
    days.push(due)
  return days
}

const planOf = (child: string) => `${child}-plan`

const begun = (child: string, on: Day) => {
  const plan = { plan: planOf(child), referral: `${child}-referral`, category: 'NEG', previousPlans: 0 } as const
  return about('ProtectionPlanStarted', on, plan, { child })
}

const visited = (child: string, on: Day) => about('PlanVisitMade', on, { plan: planOf(child), seen: true }, { child })

const byDay = (one: FreshEvent, other: FreshEvent) =>
  one.occurredAt < other.occurredAt ? -1 : one.occurredAt > other.occurredAt ? 1 : 0
