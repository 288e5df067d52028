import type { Calendar } from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'
import type { Policy, TimescaleId } from '@front-door/policy'
import { type Chosen, type FigureSetting, type SettingId, settings } from './settings.js'

/** Of the settings chosen, those for which the rows are derived again. */
export function derivingAgain(chosen: Chosen): Chosen {
  const derives = (id: string) => (settings[id as SettingId] as FigureSetting).derivesAgain === true
  return Object.fromEntries(Object.entries(chosen).filter(([id]) => derives(id)))
}

/** What a council has agreed, as it would be under the settings chosen. */
export function rehearsed({ policies, calendars }: Agreed, chosen: Chosen): Agreed {
  const limits: Partial<Record<TimescaleId, string>> = {
    protectionVisit: chosen['protection-visit-limit'],
    cinVisit: chosen['cin-visit-limit'],
  }
  return {
    policies: policies.map((policy) => withLimits(policy, limits)),
    calendars: chosen['bank-holidays'] === 'ignored' ? calendars.map(withoutHolidays) : calendars,
  }
}

function withLimits(policy: Policy, limits: Partial<Record<TimescaleId, string>>): Policy {
  const timescales = { ...policy.timescales }
  for (const [id, days] of Object.entries(limits) as [TimescaleId, string | undefined][])
    if (days !== undefined) timescales[id] = { ...timescales[id], limit: { workingDays: Number(days) } }
  return { ...policy, timescales }
}

const withoutHolidays = (calendar: Calendar): Calendar => ({
  ...calendar,
  version: `${calendar.version} without bank holidays`,
  holidays: {},
})
