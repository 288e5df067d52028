import { abuseCategory, agency, conferenceKind, conferenceOutcome, enquiryBy, jointly } from '../codes/index.js'
import { planEndReason, planReviewOutcome, section47Outcome, strategyOutcome } from '../codes/index.js'
import { event } from '../event/event.js'
import { code, codes, count, optional, reference, words, yesNo } from '../fields/index.js'

const referral = reference('referral', 'Referral')
const section47 = reference('section47', 'Section 47 enquiry')
const plan = reference('protectionPlan', 'Child protection plan')

export const strategyDiscussionHeld = event('StrategyDiscussionHeld', {
  discussion: reference('discussion', 'Strategy discussion'),
  about: reference(['contact', 'referral'], 'Contact or referral'),
  agencies: codes(agency, 'Who took part'),
  outcome: code(strategyOutcome),
  shared: optional(words('What was shared')),
  reason: optional(words('Reason for the decision', { hint: 'May follow, but has to be given' })),
})

export const section47Started = event('Section47Started', {
  section47,
  referral,
  discussion: optional(reference('discussion', 'Strategy discussion')),
  enquiryBy: optional(code(enquiryBy)),
})

export const section47Concluded = event('Section47Concluded', {
  section47,
  outcome: code(section47Outcome),
  interviews: optional(code(jointly, 'Interviews (ABE)')),
  visits: optional(code(jointly, 'Visits')),
  dateUnknown: optional(yesNo('The day it was concluded is not known')),
  reason: optional(words('Reason for the outcome')),
})

export const conferenceHeld = event('ConferenceHeld', {
  conference: reference('conference', 'Conference'),
  referral,
  kind: code(conferenceKind),
  section47: optional(section47),
  outcome: code(conferenceOutcome),
  reason: optional(words('Reason for the decision')),
})

export const protectionPlanStarted = event('ProtectionPlanStarted', {
  plan,
  referral,
  conference: optional(reference('conference', 'Conference')),
  category: code(abuseCategory),
  /** Imported history: the latest category, where no review is known that brought it. */
  latestCategory: optional(code(abuseCategory, 'Latest category of abuse')),
  /** Earlier plans of this authority, however long ago (census NumberOfPreviousCPP). */
  previousPlans: optional(count('Number of earlier plans')),
  /** Imported history: it started before the period of the return, which leaves out the conferences before. */
  carriedOver: optional(yesNo('Started before the return it was read from')),
})

export const protectionPlanReviewed = event('ProtectionPlanReviewed', {
  plan,
  outcome: code(planReviewOutcome),
  category: optional(code(abuseCategory, 'Latest category of abuse')),
  reason: optional(words('Reason for the decision')),
})

export const protectionPlanEnded = event('ProtectionPlanEnded', {
  plan,
  ending: code(planEndReason),
  reason: optional(words('Reason for ending the plan')),
})

export const protectionEvents = [
  strategyDiscussionHeld,
  section47Started,
  section47Concluded,
  conferenceHeld,
  protectionPlanStarted,
  protectionPlanReviewed,
  protectionPlanEnded,
] as const
