import { type Day, dayOf } from '@front-door/calendar'
import { type History, eventsOf } from '@front-door/case-flow'
import { openCases, plans, steps, visits } from './naive/after.js'
import { type Naive, untold } from './naive/counting.js'
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
): (figure: string) => Naive | typeof untold {
  // Nothing of the front door happened by the end of the period: of that nobody can tell.
  const nothingYet = histories.flatMap(eventsOf).every(({ occurredAt }) => dayOf(occurredAt) > to)
  if (nothingYet) return () => untold
  const children = histories.map(({ state }) => state)
  const on = to < today ? to : today
  const within = (moment: string | undefined) => moment !== undefined && dayOf(moment) >= from && dayOf(moment) <= to
  const counted: Readonly<Record<string, Naive>> = {
    ...contacts(children, within),
    ...referrals(children, within),
    ...assessments(children, within, on),
    ...enquiries(children, within),
    ...plans(children, within, on),
    ...visits(children, from, to, on),
    ...steps(children, within, today),
    ...openCases(children, on),
  }
  return (figure) => counted[figure] ?? untold
}
