import { type Day, addDays, dayOf, isBefore } from '@front-door/calendar'
import type { Item } from '../child/index.js'
import type { Episode } from './episode.js'
import { type Rule, before, ended, started } from './rule.js'

const when = (broken: boolean, item: Item): readonly Item[] => (broken ? [item] : [])

const hasPlanOrEnquiry = (e: Episode): boolean =>
  [e.section47s, e.transferIns, e.protectionPlans, e.cinPlans].some((items) => items.length > 0)

const closesAfterAssessment = (e: Episode): boolean => ['RC8', 'RC9'].includes(e.referral.closureReason ?? '')

/** Every day on which something happened in the episode. */
function activity(e: Episode): readonly Day[] {
  const plans = [...e.protectionPlans, ...e.cinPlans]
  const items: readonly Item[] = [...e.assessments, ...e.section47s, ...e.conferences, ...e.transferIns, ...plans]
  return [
    ...items.map(started),
    ...e.assessments.flatMap((a) => a.authorisedAt ?? []).map(dayOf),
    ...plans.flatMap((p) => ended(p) ?? []),
  ]
}

/** A referral and its closure. Numbers are rules of the CIN census (2025-26 ruleset); names are ours, where it is silent. */
export const referralRules: readonly Rule<Episode>[] = [
  {
    rule: '8606',
    says: 'A referral is not more than 280 days before the date of birth or the expected date of birth.',
    broken: ({ child: { person }, referral }) => {
      const birth = person.birthDate ?? person.expectedBirthDate
      return when(birth !== undefined && addDays(started(referral), 280) < birth, referral)
    },
  },
  {
    rule: '8555Q',
    says: 'A referral does not come after the child has died.',
    broken: ({ child, referral }) => when(before(child.person.deathDate, started(referral)), referral),
  },
  {
    rule: '8610',
    says: 'A referral that goes on to further action has a primary need.',
    broken: ({ referral }) => when(referral.nfa === false && !referral.need, referral),
  },
  {
    rule: '8630',
    says: 'A case does not close before its referral.',
    broken: ({ referral }) =>
      when(referral.closedAt !== undefined && isBefore(referral.closedAt, referral.openedAt), referral),
  },
  {
    rule: 'nfa-not-closed',
    says: 'A referral with no further action opens no case, so it has no closure.',
    broken: ({ referral }) => when(referral.nfa === true && referral.closedAt !== undefined, referral),
  },
  {
    rule: '8805',
    says: 'A case that closed has a reason for closure.',
    broken: ({ referral }) =>
      when(referral.closedAt !== undefined && referral.closureReason === 'NOT_STATED', referral),
  },
  {
    rule: '8810',
    says: 'A reason for closure has a date of closure.',
    broken: ({ referral }) => when(referral.closureReason !== undefined && referral.closedAt === undefined, referral),
  },
  {
    rule: '8585Q',
    says: 'A case closed because the child died (RC2) has the date of death.',
    broken: ({ child, referral }) => when(referral.closureReason === 'RC2' && !child.person.deathDate, referral),
  },
  {
    rule: '8825Q',
    says: 'A case closed after assessment (RC8, RC9) has an assessment.',
    broken: (e) => when(closesAfterAssessment(e) && e.assessments.length === 0, e.referral),
  },
  {
    rule: '2990',
    says: 'A case closed after assessment (RC8, RC9) has no section 47 enquiry, plan or transfer-in conference.',
    broken: (e) => when(closesAfterAssessment(e) && hasPlanOrEnquiry(e), e.referral),
  },
  {
    rule: '8831',
    says: 'A referral with no further action has no assessment, section 47 enquiry or conference.',
    broken: (e) => (e.referral.nfa ? [...e.assessments, ...e.section47s, ...e.transferIns] : []),
  },
  {
    rule: '8832',
    says: 'A referral with no further action has no child protection plan.',
    broken: (e) => (e.referral.nfa ? e.protectionPlans : []),
  },
  {
    rule: '4000',
    says: 'A referral with no further action has no child in need plan.',
    broken: (e) => (e.referral.nfa ? e.cinPlans : []),
  },
  {
    rule: '8565',
    says: 'A case does not close before something that happened in it.',
    broken: (e) => {
      const closed = e.referral.closedAt && dayOf(e.referral.closedAt)
      return when(closed !== undefined && activity(e).some((day) => day > closed), e.referral)
    },
  },
  {
    rule: '8867',
    says: 'In a closed case every assessment is authorised.',
    broken: (e) => when(e.referral.closedAt !== undefined && e.assessments.some((a) => !a.authorisedAt), e.referral),
  },
  {
    rule: '8868',
    says: 'In a closed case every section 47 enquiry had its conference, or none was required.',
    broken: (e) =>
      e.section47s.filter(
        (enquiry) =>
          e.referral.closedAt !== undefined &&
          (enquiry.conferenceAt !== undefined) === (enquiry.conferenceNotRequired ?? false),
      ),
  },
  {
    rule: 'closed-with-open-plan',
    says: 'In a closed case no plan is open.',
    broken: (e) =>
      e.referral.closedAt === undefined
        ? []
        : [...e.protectionPlans, ...e.cinPlans].filter((plan) => plan.stage === 'open'),
  },
]
