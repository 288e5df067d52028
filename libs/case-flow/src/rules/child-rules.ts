import { dayOf, isBefore } from '@front-door/calendar'
import { type Child, type Item, type Referral, byId, itemKinds, itemsOf } from '../child/index.js'
import { expectedSoon, isExpectedSoon } from '../person/expected.js'
import { type Rule, started } from './rule.js'

const endsThere = ['NFA', 'INFO_ADVICE', 'SIGNPOST', 'ADVICE']

/** Rules across the whole of a child's history. Numbers are rules of the CIN census; names are ours. */
export const childRules: readonly Rule<Child>[] = [
  {
    ...expectedSoon,
    broken: ({ id, person: { stage, expectedBirthDate, expectedOn } }) =>
      stage === 'unborn' && expectedBirthDate && expectedOn && !isExpectedSoon(expectedBirthDate, expectedOn)
        ? [{ id }]
        : [],
  },
  {
    rule: '8815',
    says: 'A child has at most one open case.',
    broken: (child) => child.referrals.filter((referral) => referral.stage === 'open').slice(1),
  },
  {
    rule: '8816',
    says: "An open case is the child's latest referral.",
    broken: ({ referrals }) => {
      const open = referrals.find((referral) => referral.stage === 'open')
      return open ? referrals.filter((other) => started(other) > started(open)) : []
    },
  },
  {
    rule: '8820',
    says: 'A referral does not come while a case is open.',
    broken: ({ referrals }) =>
      referrals.filter((referral) => referrals.some((other) => fallsWithin(referral, other, referrals))),
  },
  {
    rule: '2884',
    says: 'A conference after a section 47 enquiry and a transfer-in conference are not on the same day.',
    broken: ({ conferences }) =>
      conferences.filter(
        (each) =>
          each.kind === 'TRANSFER_IN' &&
          conferences.some((other) => other.kind === 'INITIAL' && started(other) === started(each)),
      ),
  },
  {
    rule: 'dates-run-forward',
    says: 'Nothing is decided, concluded or ended before it began.',
    broken: (child) =>
      itemKinds.flatMap((kind) =>
        (itemsOf(child, kind) as readonly Item[]).filter((item) => isBefore(item.since, item.openedAt)),
      ),
  },
  {
    rule: 'contact-before-its-referral',
    says: 'A contact has a referral exactly when the decision on it was a referral.',
    broken: (child) => [
      ...child.referrals.filter((referral) => {
        const contact = byId(child.contacts, referral.contact)
        return contact && contact.outcome !== 'CIN_REFERRAL'
      }),
      ...child.contacts.filter(
        (contact) =>
          contact.outcome === 'CIN_REFERRAL' && !child.referrals.some((referral) => referral.contact === contact.id),
      ),
    ],
  },
  {
    rule: 'red-ends-with-oversight',
    says: "Where the priority was red, ending with no further action or advice needs a manager's oversight, recorded first.",
    broken: (child) =>
      [...child.contacts, ...child.referrals].filter(
        (matter) =>
          matter.screening.priority?.level === 'RED' &&
          endsThere.includes(matter.outcome ?? '') &&
          !child.oversights.some((oversight) => oversight.about === matter.id),
      ),
  },
]

/**
 * Whether a referral falls on or after the day of another, and before that one's case closed. A referral that ended
 * with no further action earlier on the day the other came in is a same-day duplicate, which returns count once.
 */
function fallsWithin(referral: Referral, other: Referral, referrals: readonly Referral[]): boolean {
  if (other === referral || other.nfa !== false) return false
  const [day, from] = [started(referral), started(other)]
  const sameDayBefore =
    day === from && referral.nfa && referral.decidedAt && referrals.indexOf(referral) < referrals.indexOf(other)
  return day >= from && (!other.closedAt || day < dayOf(other.closedAt)) && !sameDayBefore
}
