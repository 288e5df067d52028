import { dayOf, inWords } from '@front-door/calendar'
import { type Decision, refuse } from '../act/index.js'
import { type Child, type Contact, type Referral, byId, openCase, undecidedReferral } from '../child/index.js'
import { type NewEvent, happened } from '../event/event.js'
import { referralReceived } from './events.js'

/** The referral that a contact becomes. It is received when it is decided to be one: that is where its clocks start. */
export function referralFrom(contact: Contact, referral: string): NewEvent<'ReferralReceived'> {
  const { id, source, agency, need, domesticAbuse, outOfHours } = contact
  return happened(referralReceived, { referral, source, agency, need, domesticAbuse, outOfHours, contact: id })
}

/** A referral is not opened while one is open: what is new goes to the worker of that case. */
export function refusedWhileOpen(child: Child, remedy: string, field?: string): Decision<never> | undefined {
  const underWay = openCase(child) ?? undecidedReferral(child)
  if (!underWay) return undefined
  const what = underWay.stage === 'open' ? 'case' : 'referral'
  const since = inWords(dayOf(underWay.openedAt))
  const source = 'Working Together; CIN census rule 8820'
  return refuse('case-already-open', `A ${what} has been open since ${since}. ${remedy}`, field, source)
}

/** The referral that an id means, where the id is that of a referral or of something within it. */
export function referralOf(child: Child, id: string): Referral | undefined {
  const within = [...child.assessments, ...child.section47s, ...child.conferences, ...child.stepDowns]
  const plans = [...child.protectionPlans, ...child.cinPlans]
  return byId(child.referrals, byId(within, id)?.referral ?? byId(plans, id)?.referral ?? id)
}
