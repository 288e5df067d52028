import { type Day, addDays, addMonths, inWords, isDay } from '@front-door/calendar'
import {
  type Period,
  financialYearOf,
  lastFinancialYear,
  monthOf,
  quarterOf,
  rollingYear,
} from '@front-door/performance'

/** A period that can be picked: `2026-04-01/2026-06-30`. */
export interface PeriodChoice extends Period {
  readonly value: string
  readonly text: string
}

const YEARS = 5
const QUARTERS = 5
const MONTHS = 13

/** The periods people ask for, seen from a day: this year so far, years, quarters and months that are over. */
export function periodsToPick(today: Day): readonly PeriodChoice[] {
  const year = financialYearOf(today)
  const years = before(lastFinancialYear(today), YEARS, (period) => lastFinancialYear(period.to))
  const quarters = before(quarterOf(addMonths(quarterOf(today).from, -1)), QUARTERS, ({ from }) =>
    quarterOf(addDays(from, -1)),
  )
  const months = before(monthOf(addMonths(monthOf(today).from, -1)), MONTHS, ({ from }) => monthOf(addDays(from, -1)))
  return [
    choice({ from: year.from, to: today }, 'This financial year so far'),
    choice(rollingYear(today), 'The last 12 months'),
    ...years.map((period) => choice(period, `Year to March ${period.to.slice(0, 4)}`)),
    ...quarters.map((period) => choice(period, `${monthName(period.from)} to ${monthAndYear(period.to)}`)),
    ...months.map((period) => choice(period, monthAndYear(period.from))),
  ]
}

/** The period an address names, if it is one. */
export function periodIn(value: string): Period | undefined {
  const [from, to, ...more] = value.split('/')
  return isDay(from) && isDay(to) && from <= to && more.length === 0 ? { from, to } : undefined
}

export const periodValue = ({ from, to }: Period): string => `${from}/${to}`

/** `June 2026` */
const monthAndYear = (day: Day) => inWords(day).replace(/^\S+ /, '')

const monthName = (day: Day) => monthAndYear(day).replace(/ .*/, '')

function choice(period: Period, name: string): PeriodChoice {
  return { ...period, value: periodValue(period), text: name }
}

function before(first: Period, many: number, earlier: (period: Period) => Period): readonly Period[] {
  const all = [first]
  while (all.length < many) all.push(earlier(all.at(-1) ?? first))
  return all
}
