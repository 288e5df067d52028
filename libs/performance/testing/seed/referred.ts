import { type Day, addDays, addMonths } from '@front-door/calendar'
import type { FreshEvent } from '@front-door/case-flow'
import { about } from '../told.js'
import { FIRST, spread, workingDaysAfter } from './days.js'
import { OF, type Printed, share } from './printed.js'

/** Referred as late as this and assessed for as long as anybody here is, a child is still assessed within the year. */
const LAST_REFERRED: Day = '2018-01-15'
/** The children in other orders (each number is coprime with theirs), so that one figure has nothing to do with another. */
const inOrder = (at: number, by: 3 | 7) => (at * by) % OF

/** A thousand children referred and assessed in the year: some of them back, some without a service, some slowly. */
export function referredChildren(printed: Printed): readonly (readonly FreshEvent[])[] {
  return Array.from({ length: OF }, (_, at) => {
    const child = `R${at}`
    const on = spread(at, FIRST, LAST_REFERRED)
    const before = at < share(printed.reReferrals) ? withinTwelveMonths(at, on) : at % 10 === 0 ? tooLongAgo(on) : ''
    const outcome = inOrder(at, 3) < share(printed.endedWithoutAction) ? withoutAction(at) : 'PROV_OF_SERVICES'
    return [
      ...(before ? referred(child, `${child}-before`, before, 'NFA') : []),
      ...referred(child, `${child}-referral`, on, 'ASSESSMENT'),
      ...assessed(child, on, workingDaysAfter(on, workingDaysOf(inOrder(at, 7), printed)), outcome),
    ]
  })
}

/** The first day that is not too long ago, and the last before the year. */
const withinTwelveMonths = (at: number, on: Day) => (at % 2 === 0 ? addMonths(on, -12) : addDays(FIRST, -1))
const tooLongAgo = (on: Day) => addDays(addMonths(on, -12), -1)
const withoutAction = (at: number) => (at % 2 === 0 ? 'NFA' : 'STEP_DOWN_EH')

/** 1 to 20 working days, then 21 to 45, then one more. */
function workingDaysOf(place: number, { within20, within45 }: Printed): number {
  if (place < share(within20)) return 1 + (place % 20)
  return place < share(within45) ? 21 + (place % 25) : 46
}

export function referred(child: string, referral: string, on: Day, outcome: 'NFA' | 'ASSESSMENT' | 'STRATEGY_S47') {
  return [
    about('ReferralReceived', on, { referral, source: '6', need: 'N1' }, { child }),
    about('ReferralDecided', on, { referral, outcome, need: 'N1' }, { child }),
  ]
}

export function assessed(
  child: string,
  started: Day,
  authorised: Day,
  outcome: 'NFA' | 'STEP_DOWN_EH' | 'PROV_OF_SERVICES',
) {
  const assessment = `${child}-assessment`
  return [
    about('AssessmentStarted', started, { assessment, referral: `${child}-referral` }, { child }),
    about('AssessmentCompleted', authorised, { assessment, outcome, factors: ['21'] }, { child }),
    about('AssessmentAuthorised', authorised, { assessment }, { child }),
  ]
}
