import { type Day, dayOf } from '@front-door/calendar'
import type { History } from '@front-door/case-flow'
import { openCases, plans, steps, visits } from './naive/after.js'
import type { Naive } from './naive/counting.js'
import { assessments, contacts, enquiries, referrals } from './naive/front.js'

/**
 * The figures counted plainly from what each child's history comes to: no rows, no queries, one loop after the other.
 * It shares nothing with the catalogue but what a figure means.
 */
export function naively(
  histories: readonly History[],
  from: Day,
  to: Day,
  today: Day,
): Readonly<Record<string, Naive>> {
  const children = histories.map(({ state }) => state)
  const on = to < today ? to : today
  const within = (moment: string | undefined) => moment !== undefined && dayOf(moment) >= from && dayOf(moment) <= to
  return {
    ...contacts(children, within),
    ...referrals(children, within),
    ...assessments(children, within, on),
    ...enquiries(children, within),
    ...plans(children, within, on),
    ...visits(children, from, to, on),
    ...steps(children, within, today),
    ...openCases(children, on),
  }
}
