import { primaryNeed, referralOutcome, workerChangeReason } from '../codes/index.js'
import { origin } from '../contact/events.js'
import { event } from '../event/event.js'
import { code, optional, reference, text, worker, words, yesNo } from '../fields/index.js'

const referral = reference('referral', 'Referral')

export const referralReceived = event('ReferralReceived', {
  referral,
  ...origin,
  contact: optional(reference('contact', 'Contact it came from')),
  earlyHelp: optional(reference('earlyHelp', 'Early help it was stepped up from')),
  concern: optional(words('What we were told')),
})

/** What a referral decision says, whether made alone or by a strategy discussion. */
export const referralDecided = event('ReferralDecided', {
  referral,
  outcome: code(referralOutcome),
  need: optional(code(primaryNeed)),
  /** Imported history: the census does not say when it was decided. */
  dateUnknown: optional(yesNo('The day of the decision is not known')),
  reason: optional(words('Reason for the decision')),
})

const allocation = { referral, to: worker('Allocated worker'), team: text('Team') }

export const caseAllocated = event('CaseAllocated', allocation)

export const caseReallocated = event('CaseReallocated', {
  ...allocation,
  change: code(workerChangeReason),
  reason: optional(words('Handover')),
})

export const referralEvents = [referralReceived, referralDecided, caseAllocated, caseReallocated] as const
