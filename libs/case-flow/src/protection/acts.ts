import { type Decision, type Facts, act, record, refuse } from '../act/index.js'
import { type Child, type Referral, byId, openCase, undecidedReferral } from '../child/index.js'
import { abuseCategory, conferenceOutcome, entered, enquiryBy, primaryNeed, section47Outcome } from '../codes/index.js'
import { contactDecided } from '../contact/events.js'
import { type NewEvent, happened } from '../event/event.js'
import { code, needed, optional, sometimes, without } from '../fields/index.js'
import { cinPlanEnded } from '../need/events.js'
import { referralDecided, referralReceived } from '../referral/events.js'
import { referralFrom } from '../referral/open.js'
import * as events from './events.js'

export const holdStrategyDiscussion = act({
  name: 'hold-strategy-discussion',
  label: 'Record a strategy discussion',
  hint: 'Nothing holds it up. Where it decides on a section 47 enquiry, the enquiry starts then; the reason may follow',
  records: [events.strategyDiscussionHeld, events.section47Started, contactDecided, referralReceived, referralDecided],
  fields: {
    ...without(events.strategyDiscussionHeld.fields, 'discussion'),
    enquiryBy: optional(code(enquiryBy)),
    need: optional(code(primaryNeed)),
  },
  decide({ enquiryBy, need, ...input }, facts) {
    const { child, newId } = facts
    const discussion = newId()
    const held = happened(events.strategyDiscussionHeld, { discussion, ...input })
    const running = child.section47s.some((enquiry) => enquiry.stage !== 'ended')
    if (input.outcome !== 'SECTION_47' || running) return record(held)
    const { referral, accepting } = acceptedFor(input.about, facts, need, input.reason)
    const section47 = newId()
    return record(...accepting, held, happened(events.section47Started, { section47, referral, discussion, enquiryBy }))
  },
})

export const concludeSection47 = act({
  name: 'conclude-section-47',
  label: 'Conclude a section 47 enquiry',
  records: [events.section47Concluded],
  fields: {
    ...without(events.section47Concluded.fields, 'dateUnknown'),
    outcome: code(entered(section47Outcome)),
    reason: needed(events.section47Concluded.fields.reason),
  },
  decide: (input) => record(happened(events.section47Concluded, input)),
})

export const holdConference = act({
  name: 'hold-conference',
  label: 'Record a child protection conference',
  hint: 'Where it decides on a child protection plan, the plan starts that day',
  records: [events.conferenceHeld, events.protectionPlanStarted, cinPlanEnded],
  fields: {
    ...without(events.conferenceHeld.fields, 'conference'),
    outcome: code(entered(conferenceOutcome)),
    section47: sometimes(
      events.conferenceHeld.fields.section47,
      'Needed for an initial conference. A transfer-in conference follows none here',
    ),
    category: sometimes(code(entered(abuseCategory), 'Category of abuse'), 'Needed where a plan is made'),
    reason: needed(events.conferenceHeld.fields.reason),
  },
  decide({ category, ...input }, { child, newId }) {
    const problem = conferenceProblem(input, child)
    if (problem) return problem
    const conference = newId()
    const held = happened(events.conferenceHeld, { conference, ...input })
    if (input.outcome !== 'CP') return record(held)
    if (!category) return refuse('category-missing', 'Select the category of abuse of the plan.', 'category')
    const { referral } = input
    const plan = newId()
    const previousPlans = plansSoFar(child)
    const ended = child.cinPlans
      .filter((cin) => cin.stage === 'open' && cin.referral === referral)
      .map((cin) => happened(cinPlanEnded, { plan: cin.id, ending: 'PROTECTION_PLAN' }))
    return record(
      held,
      ...ended,
      happened(events.protectionPlanStarted, { plan, referral, conference, category, previousPlans }),
    )
  },
})

export const reviewProtectionPlan = act({
  name: 'review-protection-plan',
  label: 'Record the review of a child protection plan',
  hint: 'Where the review ends the plan, the plan ends that day',
  records: [events.protectionPlanReviewed, events.protectionPlanEnded],
  fields: {
    ...events.protectionPlanReviewed.fields,
    category: optional(code(entered(abuseCategory), 'Latest category of abuse')),
    reason: needed(events.protectionPlanReviewed.fields.reason),
  },
  decide(input) {
    const reviewed = happened(events.protectionPlanReviewed, input)
    if (input.outcome === 'CONTINUE') return record(reviewed)
    const { plan } = input
    return record(reviewed, happened(events.protectionPlanEnded, { plan, ending: 'NO_LONGER_NEEDED' }))
  },
})

export const endProtectionPlan = act({
  name: 'end-protection-plan',
  label: 'End a child protection plan',
  records: [events.protectionPlanEnded],
  fields: { ...events.protectionPlanEnded.fields, reason: needed(events.protectionPlanEnded.fields.reason) },
  decide: (input) => record(happened(events.protectionPlanEnded, input)),
})

export const protectionActs = [
  holdStrategyDiscussion,
  concludeSection47,
  holdConference,
  reviewProtectionPlan,
  endProtectionPlan,
] as const

/**
 * A section 47 enquiry belongs to an accepted referral. Where the discussion comes before one, the discussion itself
 * is the decision: the contact becomes a referral and the referral is accepted, in the same write.
 */
function acceptedFor(about: string, facts: Facts, need: Referral['need'], reason?: string): Accepted {
  const { child, newId } = facts
  const open = openCase(child)
  const contact = byId(child.contacts, about)
  const passedOn = contact && contact.stage !== 'decided'
  const underWay = open ?? undecidedReferral(child)
  if (!underWay && !contact) return { referral: about, accepting: [] }
  const referral = underWay?.id ?? newId()
  const outcome = underWay ? 'OPEN_CASE' : 'CIN_REFERRAL'
  return {
    referral,
    accepting: [
      ...(passedOn ? [happened(contactDecided, { contact: about, outcome, reason })] : []),
      ...(!underWay && contact ? [referralFrom(contact, referral)] : []),
      ...(open
        ? []
        : [
            happened(referralDecided, {
              referral,
              outcome: 'STRATEGY_S47',
              need: need ?? underWay?.need ?? contact?.need ?? 'N0',
              reason,
            }),
          ]),
    ],
  }
}

interface Accepted {
  readonly referral: string
  readonly accepting: readonly NewEvent<'ContactDecided' | 'ReferralReceived' | 'ReferralDecided'>[]
}

function conferenceProblem(
  { kind, section47, referral }: { kind: string; section47?: string | undefined; referral: string },
  child: Child,
): Decision<never> | undefined {
  if (kind === 'TRANSFER_IN')
    return section47
      ? refuse(
          'transfer-in-has-no-section-47',
          'A transfer-in conference follows no section 47 enquiry here. Leave it out.',
          'section47',
        )
      : undefined
  const enquiry = byId(child.section47s, section47)
  if (!enquiry)
    return refuse('section-47-missing', 'Name the section 47 enquiry that the conference follows.', 'section47')
  if (enquiry.referral !== referral)
    return refuse('another-referral', 'This section 47 enquiry belongs to another referral.', 'section47')
  if (enquiry.conferenceNotRequired || enquiry.conferenceAt)
    return refuse(
      'no-conference-due',
      'This section 47 enquiry has ended without a conference due, or had its conference.',
      'section47',
    )
  return undefined
}

/** Every plan so far: those recorded here, and those that an imported plan counted before it. */
function plansSoFar({ protectionPlans }: Child): number {
  return Math.max(protectionPlans.length, ...protectionPlans.map((plan) => (plan.previousPlans ?? 0) + 1))
}
