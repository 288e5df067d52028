import { type Day, addMonths, dayOf } from '@front-door/calendar'
import type { Referral } from '@front-door/case-flow'
import { byDay } from './days.js'

/** How a referral stands to the child's others. Days of referrals are compared, never days of closure. */
export interface AmongReferrals {
  /** 1 for the first that was recorded of that day. */
  readonly ofDay: number
  readonly previous: Day | null
  readonly isReReferral: boolean
  readonly next: Day | null
}

/**
 * Each referral among the child's others. A re-referral comes within 12 months of an earlier one, that day
 * included (timescales.md section 4): referrals without further action count, those of the same day do not.
 */
export function amongReferrals(referrals: readonly Referral[]): ReadonlyMap<Referral, AmongReferrals> {
  const ordered = byDay(referrals, ({ openedAt }) => openedAt)
  const days = [...new Set(ordered.map(({ openedAt }) => dayOf(openedAt)))]
  const among = new Map<Referral, AmongReferrals>()
  let at = 0
  let ofDay = 0
  for (const referral of ordered) {
    const day = dayOf(referral.openedAt)
    if (days[at] !== day) {
      at++
      ofDay = 0
    }
    const previous = days[at - 1] ?? null
    const isReReferral = previous !== null && previous >= addMonths(day, -12)
    among.set(referral, { ofDay: ++ofDay, previous, isReReferral, next: days[at + 1] ?? null })
  }
  return among
}
