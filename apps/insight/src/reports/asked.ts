import { type Day, inWords, isDay } from '@front-door/calendar'
import { Problem } from '@front-door/door'
import type { Edition, Period, Report } from '@front-door/performance'

/** The period an address names. It must be over: a report of days to come would change by itself. */
export function periodOf({ from, to }: { readonly from: string; readonly to: string }, today: Day): Period {
  if (!isDay(from) || !isDay(to) || from > to)
    throw new Problem('not-found', 'A report is of a period: its first day and its last, like 2026-06-01/2026-06-30.')
  if (to >= today) throw new Problem('invalid', `The period must be over. It ends on ${inWords(to)}.`)
  return { from, to }
}

export function editionIn(report: Report, number: string): Edition {
  const edition = report.editions.find((each) => String(each.number) === number)
  if (!edition) throw new Problem('not-found', 'This report has no such edition.')
  return edition
}
