import type { Day } from '@front-door/calendar'
import type { Clock } from '@front-door/case-flow'
import { dayOrNull } from './days.js'
import type { PlanVisitsDue } from './plan-tables.js'
import type { Telling } from './telling.js'

/** When the visits of each plan were due, by the clock that runs from one at which the child was seen to the next. */
export function visitsDue(
  { child, of, clocks }: Telling,
  clock: 'protectionVisit' | 'cinVisit',
): (plan: { readonly id: string; readonly referral: string }) => PlanVisitsDue {
  const imported = new Set(child.referrals.flatMap(({ id, imported }) => (imported ? [id] : [])))
  const visited = new Set(of('PlanVisitMade').map(({ data }) => data.plan))
  return ({ id, referral }) => ({
    visits_told: Number(!imported.has(referral) || visited.has(id)),
    ...daysDue(clocks.filter((each) => each.clock === clock && each.about === id)),
  })
}

/** Ordered by the days: under a new policy a later visit may be due before an earlier one. */
function daysDue(spans: readonly Clock[]): Omit<PlanVisitsDue, 'visits_told'> {
  const due = inOrder(spans.filter(({ stop }) => stop !== undefined))
  const late = inOrder(spans.filter(({ state }) => state === 'missed'))
  return {
    visit_due_first: due.at(0) ?? null,
    visit_due_last: due.at(-1) ?? null,
    visit_late_first: late.at(0) ?? null,
    visit_late_last: late.at(-1) ?? null,
    visit_next: inOrder(spans.filter(({ stop }) => stop === undefined)).at(0) ?? null,
  }
}

const inOrder = (spans: readonly Clock[]): readonly Day[] =>
  spans.flatMap(({ due }) => dayOrNull(due?.due) ?? []).toSorted()
