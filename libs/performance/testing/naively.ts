import { type Day, dayOf } from '@front-door/calendar'
import type { History } from '@front-door/case-flow'
import { openCases, plans, steps, visits } from './naive/after.js'
import { beginnings } from './naive/beginning.js'
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
  const { contacts: contact, returns, visits: visit, earlyHelp, allocations, decisions } = beginnings(histories)
  /** Since when what a figure needs is told of, where that is more, or other, than what a return tells. */
  const others: Readonly<Record<string, readonly (Day | undefined)[]>> = {
    ...Object.fromEntries(Object.keys(contacts(children, within)).map((id) => [id, [contact]])),
    ...{ 'cp-visits-on-time': [returns, visit], 'cin-visits-on-time': [returns, visit] },
    ...{ 'referrals-decided-1wd': [returns, decisions], 'decisions-overdue': [returns, decisions] },
    ...{ 'caseload-mean': [allocations], 'caseload-max': [allocations], unallocated: [returns, allocations] },
    'step-ups': [returns, earlyHelp],
  }
  // Of a period that is over before then nobody can tell.
  const isTold = (figure: string) => (others[figure] ?? [returns]).every((day) => day !== undefined && day <= to)
  return (figure) => (isTold(figure) && counted[figure]) || untold
}
