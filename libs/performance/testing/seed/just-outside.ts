import { addDays } from '@front-door/calendar'
import type { FreshEvent } from '@front-door/case-flow'
import { FIRST, LAST } from './days.js'
import { help } from './helped.js'
import { endedPlan } from './protected.js'
import { assessed, referred } from './referred.js'

const [before, after] = [addDays(FIRST, -1), addDays(LAST, 1)]

/** Children of whom something happened the day before the year or the day after it: none of it belongs to the year. */
export const justOutside: readonly (readonly FreshEvent[])[] = [
  [...referred('O1', 'O1-referral', before, 'ASSESSMENT'), ...assessed('O1', before, after, 'NFA')],
  [...referred('O2', 'O2-referral', '2016-06-01', 'ASSESSMENT'), ...assessed('O2', '2016-06-01', before, 'NFA')],
  [...referred('O3', 'O3-before', before, 'NFA'), ...referred('O3', 'O3-referral', after, 'NFA')],
  [...referred('O4', 'O4-referral', '2017-01-10', 'STRATEGY_S47'), ...endedPlan('O4', '2017-02-01', 2, true)],
  help('O5', after),
  help('O6', '2016-09-01', before),
]
