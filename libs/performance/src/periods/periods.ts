import { type Day, addDays, addMonths, inWords } from '@front-door/calendar'
import type { Step } from '../figures.js'

/** From the first day to the last, both counted. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

const months = (from: Day, count: number): Period => ({ from, to: addDays(addMonths(from, count), -1) })

/** The year to 31 March of `year`: 2026 is 1 April 2025 to 31 March 2026. */
export const financialYear = (year: number): Period => months(`${year - 1}-04-01`, 12)

export const monthOf = (day: Day): Period => months(`${day.slice(0, 7)}-01`, 1)

/** The quarter of the financial year: April to June is its first, and quarters begin with January, April, July and October. */
export function quarterOf(day: Day): Period {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return months(`${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, 3)
}

export function financialYearOf(day: Day): Period {
  return financialYear(Number(day.slice(0, 4)) + (day.slice(5, 7) >= '04' ? 1 : 0))
}

/** The week from Monday to Sunday that a day is in. */
export function weekOf(day: Day): Period {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = addDays(day, -sinceMonday)
  return { from, to: addDays(from, 6) }
}

/** The twelve months that end with a day. */
export const rollingYear = (to: Day): Period => ({ from: addMonths(addDays(to, 1), -12), to })

/** The last financial year that is over on a day. */
export const lastFinancialYear = (day: Day): Period => financialYearOf(addMonths(day, -12))

export const isTwelveMonths = (from: Day, to: Day): boolean => addMonths(addDays(to, 1), -12) === from

const whole: Readonly<Record<Step, (day: Day) => Period>> = {
  month: monthOf,
  quarter: quarterOf,
  year: financialYearOf,
}

/** The whole months, quarters or financial years that begin in a period. */
export function stepsIn({ from, to }: Period, step: Step): readonly Period[] {
  const all: Period[] = []
  for (let each = whole[step](from); each.from <= to; each = whole[step](addDays(each.to, 1)))
    if (each.from >= from) all.push(each)
  return all
}

export const periodInWords = ({ from, to }: Period): string => `${inWords(from)} to ${inWords(to)}`
