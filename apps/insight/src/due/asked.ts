import { type Day, addDays } from '@front-door/calendar'
import { type Policy, type TimescaleId, timescaleIds } from '@front-door/policy'
import { textIn } from '../asking/entry.js'
import { notOneOf } from '../tables/hand-out.js'

/** What the page of what is due was asked for: of one timescale, one worker or one team, where it says so. */
export interface Asked {
  readonly clock: TimescaleId | undefined
  readonly worker: string | undefined
  readonly team: string | undefined
}

/** How far ahead is looked, in days. */
const AHEAD = 7

export const untilOn = (today: Day): Day => addDays(today, AHEAD)

export function dueAsked(query: Readonly<Record<string, unknown>>): Asked {
  const clock = timescaleIds.find((id) => id === query['clock'])
  return { clock, worker: textIn(query['worker']) || undefined, team: textIn(query['team']) || undefined }
}

/** The same for a file, which does not show that it is of everything: a timescale that there is not is refused. */
export function dueAskedForFile(query: Readonly<Record<string, unknown>>): Asked {
  const asked = dueAsked(query)
  if (asked.clock || query['clock'] === undefined) return asked
  throw notOneOf('clock', timescaleIds)
}

/** What the policy calls a timescale. */
export const clockNamed = ({ timescales }: Policy, clock: string): string =>
  timescaleIds.map((each) => (each === clock ? timescales[each].words : '')).join('')

/** The same, as the query of an address. */
export const queryOf = (asked: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
