import type { ChildEvent } from '@front-door/case-flow'
import type { Asked } from '../src/index.js'
import { figuresOf } from './council.js'
import { histories, told } from './told.js'

/** The financial year that these specs ask of. */
export const year = ['2025-04-01', '2026-03-31'] as const
export const counted = (
  id: string,
  events: readonly ChildEvent[],
  more: Partial<Asked> = {},
  period: readonly [string, string] = year,
) => figuresOf(() => histories(...events)).of(id, ...period, more)
/** Numerator and denominator. */
export const share = async (...asked: Parameters<typeof counted>) => {
  const { numerator, denominator } = await counted(...asked)
  return [numerator, denominator]
}

let ids = 0
export const id = (kind: string) => `${kind}-${++ids}`

/** A referral received on a day and, where it is told how, decided. */
export function referral(on: string, { decided = on, outcome = 'ASSESSMENT', child = 'A1', source = '6' } = {}) {
  const own = id('referral')
  const events = [told('ReferralReceived', on, { referral: own, source } as never, { child })]
  if (decided !== '')
    events.push(told('ReferralDecided', decided, { referral: own, outcome, need: 'N1' } as never, { child }))
  return { own, events }
}

/** An assessment of a case that was referred on the day it started, unless told. */
export function assessment(start: string, authorised?: string, referred = start) {
  const { own, events } = referral(referred)
  const assessed = id('assessment')
  events.push(told('AssessmentStarted', start, { assessment: assessed, referral: own }))
  if (authorised) {
    const completed = { assessment: assessed, outcome: 'NFA', factors: ['21'] } as const
    events.push(told('AssessmentCompleted', authorised, completed))
    events.push(told('AssessmentAuthorised', authorised, { assessment: assessed }))
  }
  return events
}

export function conference(started: string | undefined, held: string, kind: 'INITIAL' | 'TRANSFER_IN' = 'INITIAL') {
  const { own, events } = referral(started ?? held)
  const section47 = id('section47')
  if (started) events.push(told('Section47Started', started, { section47, referral: own }))
  const value = { conference: id('conference'), referral: own, kind, outcome: 'CP' } as const
  events.push(told('ConferenceHeld', held, started ? { ...value, section47 } : value))
  return events
}

export function plan(started: string, { ended = '', reviews = [] as string[], previousPlans = 0 } = {}) {
  const { own, events } = referral(started)
  const made = id('plan')
  events.push(told('ProtectionPlanStarted', started, { plan: made, referral: own, category: 'NEG', previousPlans }))
  for (const held of reviews) events.push(told('ProtectionPlanReviewed', held, { plan: made, outcome: 'CONTINUE' }))
  if (ended) events.push(told('ProtectionPlanEnded', ended, { plan: made, ending: 'NOT_STATED' }))
  return { made, events }
}
