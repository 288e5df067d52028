import { dayOf, inWords } from '@front-door/calendar'
import type { Refusal } from '../act/index.js'
import { type Child, byId, isAnswerOfUse } from '../child/index.js'

/** Why an act is not open on an item just now, though the item's stage would allow it. */
export type Unless = (child: Child, id: string) => Refusal | undefined

const because = (rule: string, message: string, source?: string): Refusal => ({
  rule,
  message,
  ...(source ? { source } : {}),
})

/** The referrer knows what became of the contact or the referral; of a contact that became one, once told of either. */
export const informed = (child: Child, id: string): boolean => {
  const referral = byId(child.referrals, id) ?? child.referrals.find(({ contact }) => contact === id)
  const contact = byId(child.contacts, referral?.contact ?? id)
  return [referral, contact].some((matter) => matter?.informedAt !== undefined)
}

/** What an agency was asked is of no use any more. It may still be answered. */
export const noLongerAsked = (child: Child, id: string): boolean => {
  const request = byId(child.requests, id)
  return request !== undefined && !isAnswerOfUse(child, request)
}

export const allocated: Unless = (child, id) => {
  const holder = byId(child.referrals, id)?.allocated
  return holder && because('already-allocated', `The case is with ${holder.to}. Use reallocate-case.`)
}

export const unallocated: Unless = (child, id) =>
  byId(child.referrals, id)?.allocated
    ? undefined
    : because('not-allocated', 'The case has no worker yet. Use allocate-case.')

export const assessing: Unless = (child, id) => {
  const underWay = child.assessments.find((each) => each.referral === id && each.stage !== 'authorised')
  return (
    underWay &&
    because(
      'assessment-under-way',
      `An assessment has been under way since ${inWords(dayOf(underWay.openedAt))}. Complete it first.`,
      'CIN census rule 8896',
    )
  )
}

/** What still has to be finished before a case can close. */
export const unfinished: Unless = (child, id) => {
  const within = <I extends { readonly referral: string }>(items: readonly I[]) =>
    items.filter((item) => item.referral === id)
  const source = 'CIN census rules 8565, 8867, 8868'
  const hold = (what: string) => because('work-unfinished', `${what} Finish that before the case closes.`, source)
  if (within(child.assessments).some((each) => each.stage !== 'authorised'))
    return hold('An assessment has not been authorised.')
  if (within(child.section47s).some((each) => each.stage !== 'ended'))
    return hold('A section 47 enquiry has not ended.')
  if (within(child.protectionPlans).some((each) => each.stage === 'open'))
    return hold('A child protection plan is open.')
  if (within(child.cinPlans).some((each) => each.stage === 'open')) return hold('A child in need plan is open.')
  return undefined
}

export const steppingDown: Unless = (child, id) => {
  const waiting = child.stepDowns.find((each) => each.stage === 'proposed' && each.referral === id)
  if (!waiting) return unfinished(child, id)
  const since = inWords(dayOf(waiting.openedAt))
  return because('already-proposed', `A step-down was proposed on ${since} and waits for the answer of early help.`)
}

/** Accepting closes the case, where it is still open. */
export const unfinishedWhereOpen: Unless = (child, id) => {
  const referral = byId(child.referrals, byId(child.stepDowns, id)?.referral)
  return referral?.stage === 'open' ? unfinished(child, referral.id) : undefined
}

export const notForEarlyHelp: Unless = (child, id) => {
  if (byId(child.contacts, id)?.outcome !== 'EH_REFERRAL')
    return because('not-for-early-help', 'The decision on this contact was not early help.')
  if (child.earlyHelp.some((help) => help.contact === id))
    return because('already-started', 'Early help has already started after this contact.')
  return undefined
}

export const nothingUnexplained: Unless = (child) =>
  child.unexplained.length > 0 ? undefined : because('no-reason-due', 'No reason is outstanding for this child.')

export const planned: Unless = (child, id) => {
  const open = child.cinPlans.some((plan) => plan.referral === id && plan.stage === 'open')
  return open ? because('plan-open', 'A child in need plan is open already.', 'CIN census rule 4004') : undefined
}

export const noConferenceDue: Unless = (child, id) => {
  const enquiry = child.section47s.some((each) => each.referral === id && each.stage !== 'ended')
  const moved = byId(child.referrals, id)?.outcome === 'CP_TRANSFER_IN'
  return enquiry || moved
    ? undefined
    : because(
        'no-conference-due',
        'No section 47 enquiry is waiting for a conference, and the child did not move here on a plan.',
      )
}
