import { type Day, addDays } from '@front-door/calendar'
import type { FreshEvent } from '@front-door/case-flow'
import { about } from '../told.js'
import { FIRST, LAST, spread } from './days.js'
import type { Printed } from './printed.js'

/** Children helped when the year began, as the column before it prints them: some of them not to its end. */
const HELPED_BEFORE = 3_866

/** Children with early help in the year: those who had it already, and those for whom it started. */
export function helpedChildren({ helped, helpStarted }: Printed): readonly (readonly FreshEvent[])[] {
  const ended = HELPED_BEFORE + helpStarted - helped
  return Array.from({ length: HELPED_BEFORE + helpStarted }, (_, at) => {
    const started = at < HELPED_BEFORE ? spread(at, '2015-04-01', addDays(FIRST, -1)) : spread(at, FIRST, LAST)
    return help(`H${at}`, started, at < ended ? spread(at, FIRST, LAST) : undefined)
  })
}

export function help(child: string, started: Day, ended?: Day): readonly FreshEvent[] {
  const earlyHelp = `${child}-help`
  const start = about('EarlyHelpStarted', started, { earlyHelp, organisation: 'Family centre' }, { child })
  if (ended === undefined) return [start]
  return [start, about('EarlyHelpEnded', ended, { earlyHelp, ending: 'OUTCOMES_MET' }, { child })]
}
