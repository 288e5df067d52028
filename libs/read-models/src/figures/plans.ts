import { type Day, addDays, addMonths, dayOf } from '@front-door/calendar'
import { byDay, dayOrNull } from './days.js'
import type { CinPlanTable, ProtectionPlanTable, ReviewTable, VisitTable } from './plan-tables.js'
import { visitsDue } from './plan-visits.js'
import type { Telling } from './telling.js'

export function protectionPlanRows(telling: Telling): readonly ProtectionPlanTable[] {
  const { child } = telling
  const ended: string[] = []
  const reviews = reviewRows(telling)
  const visits = visitsDue(telling, 'protectionVisit')
  return byDay(child.protectionPlans, ({ openedAt }) => openedAt).map((plan, before) => {
    const row = {
      plan: plan.id,
      child: child.id,
      referral: plan.referral,
      conference: plan.conference ?? null,
      started: dayOf(plan.openedAt),
      ended: dayOrNull(plan.endedAt),
      category: plan.category,
      latest_category: plan.latestCategory,
      previous_plans: plan.previousPlans ?? (before > 0 ? before : null),
      previous_ended: ended.toSorted().at(-1) ?? null,
      carried_over: Number(plan.carriedOver),
      review_late: reviewLate(
        dayOf(plan.openedAt),
        reviews.filter(({ plan: reviewed }) => reviewed === plan.id),
      ),
      ...visits(plan),
    }
    if (plan.endedAt !== undefined) ended.push(dayOf(plan.endedAt))
    return row
  })
}

export function cinPlanRows(telling: Telling): readonly CinPlanTable[] {
  const visits = visitsDue(telling, 'cinVisit')
  return telling.child.cinPlans.map((plan) => ({
    plan: plan.id,
    child: telling.child.id,
    referral: plan.referral,
    started: dayOf(plan.openedAt),
    ended: dayOrNull(plan.endedAt),
    ...visits(plan),
  }))
}

/** The day after the one by which a review was due and none was held: once late, a plan stays so. */
function reviewLate(started: Day, reviews: readonly ReviewTable[]): Day {
  let due = addMonths(started, 3)
  for (const { held } of reviews) {
    if (held > due) break
    due = addMonths(held, 6)
  }
  return addDays(due, 1)
}

/** Numbered by the days on which they were held, whenever they were recorded. */
export function reviewRows({ child, of }: Telling): readonly ReviewTable[] {
  const kinds = kindsOfPlan(child)
  const held = new Map<string, number>()
  return byDay([...of('ProtectionPlanReviewed'), ...of('CinPlanReviewed')], ({ occurredAt }) => occurredAt).flatMap(
    ({ data: { plan, outcome }, occurredAt }) => {
      const kind = kinds.get(plan)
      if (!kind) return []
      const number = (held.get(plan) ?? 0) + 1
      held.set(plan, number)
      return [{ plan, child: child.id, kind, number, held: dayOf(occurredAt), outcome }]
    },
  )
}

export function visitRows({ child, of }: Telling): readonly VisitTable[] {
  const kinds = kindsOfPlan(child)
  return of('PlanVisitMade').flatMap(({ id, occurredAt, data: { plan, seen, alone, bedroom } }) => {
    const kind = kinds.get(plan)
    if (!kind) return []
    const made = dayOf(occurredAt)
    return [
      {
        event: id,
        child: child.id,
        plan,
        kind,
        made,
        seen: Number(seen),
        alone: yesNo(alone),
        bedroom: yesNo(bedroom),
      },
    ]
  })
}

const yesNo = (said: boolean | undefined) => (said === undefined ? null : Number(said))

function kindsOfPlan({ protectionPlans, cinPlans }: Telling['child']): ReadonlyMap<string, ReviewTable['kind']> {
  return new Map([
    ...cinPlans.map(({ id }) => [id, 'cinPlan'] as const),
    ...protectionPlans.map(({ id }) => [id, 'protectionPlan'] as const),
  ])
}
