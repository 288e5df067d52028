import { type Calendar, type Day, addDays, calendarOn, whyNotWorking, workingDaysBetween } from '@front-door/calendar'
import type { Kysely } from 'kysely'
import type { Asking, Tables } from '../catalogue/cases.js'
import type { Beginnings } from './beginning.js'
import { type Chosen, type SettingId, settings } from '../settings/settings.js'

/** What a question is put to: the rows, the calendars they were derived by, from when on they tell of what, and the last day anything is known of. */
export interface Ground {
  readonly db: Kysely<Tables>
  readonly calendars: readonly Calendar[]
  readonly begins: Beginnings
  readonly today: Day
}

/** A question about one period, ready to be put to the rows. */
export function askingOf(
  { db, calendars, today }: Ground,
  { from, to }: { readonly from: Day; readonly to: Day },
  chosen: Chosen,
): Asking {
  const on = to < today ? to : today
  return {
    ...{ db, from, to, on, today },
    setting: (id: SettingId) => chosen[id] ?? settings[id].fallback,
    overdueSince: (limit) => overdueSince(on, limit, calendars),
    daysOff: () => daysOff(from, to, calendars),
  }
}

/** Each day is counted on from by the calendar in force on it, as the rows are. Throws `BeyondCalendar`. */
function overdueSince(on: Day, limit: number, calendars: readonly Calendar[]): Day {
  let day = addDays(on, -limit - 1)
  while (workingDaysBetween(day, on, calendarOn(calendars, day)) <= limit) day = addDays(day, -1)
  return day
}

function daysOff(from: Day, to: Day, calendars: readonly Calendar[]): readonly Day[] {
  const off: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (whyNotWorking(calendarOn(calendars, day), day)) off.push(day)
  }
  return off
}
