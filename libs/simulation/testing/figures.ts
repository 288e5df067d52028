import { type Day, addMonths, dayOf, englandAndWales2028, workingDaysBetween } from '@front-door/calendar'
import type { Child, History, Referral } from '@front-door/case-flow'

const elapsed = (from: string, to: string) => workingDaysBetween(dayOf(from), dayOf(to), englandAndWales2028)

/** What happened from one day to another, both included, of all children: counted plainly, without the read models. */
export function countedFrom(histories: readonly History[], first: Day, last: Day) {
  const states = histories.map(({ state }) => state)
  const within = <T extends { readonly openedAt: string }>(items: readonly T[], at: (item: T) => string | undefined) =>
    items.filter((item) => {
      const day = dayOf(at(item) ?? '')
      return day >= first && day <= last
    })
  const all = <T extends { readonly openedAt: string }>(
    itemsOf: (child: Child) => readonly T[],
    at: (item: T) => string | undefined = ({ openedAt }) => openedAt,
  ) => within(states.flatMap(itemsOf), at)
  return {
    states,
    contacts: all(({ contacts }) => contacts),
    referrals: all(({ referrals }) => referrals),
    reReferrals: states.flatMap(({ referrals }) =>
      within(referrals, ({ openedAt }) => openedAt).filter((one) => referrals.some((other) => cameBack(other, one))),
    ),
    assessments: all(
      ({ assessments }) => assessments,
      ({ authorisedAt }) => authorisedAt,
    ),
    enquiries: all(({ section47s }) => section47s),
    conferences: all(({ conferences }) => conferences),
    plans: all(({ protectionPlans }) => protectionPlans),
    stepDowns: all(({ stepDowns }) => stepDowns),
    earlyHelp: all(({ earlyHelp }) => earlyHelp),
    reviews: states.flatMap(({ protectionPlans }) =>
      protectionPlans.flatMap(({ openedAt, reviews }) =>
        reviews.map((review, index) => {
          const before = dayOf(index === 0 ? openedAt : (reviews[index - 1] ?? openedAt))
          return { onTime: dayOf(review) <= addMonths(before, index === 0 ? 3 : 6) }
        }),
      ),
    ),
    visits: states.flatMap(({ protectionPlans, visits }) => protectionPlans.flatMap(({ id }) => gaps(visits, id))),
  }
}

export type Counted = ReturnType<typeof countedFrom>

function cameBack(earlier: Referral, later: Referral): boolean {
  const [from, to] = [dayOf(earlier.openedAt), dayOf(later.openedAt)]
  return from < to && to <= addMonths(from, 12)
}

function gaps(visits: Child['visits'], plan: string): readonly { readonly workingDays: number }[] {
  const made = visits.filter(({ about, seen }) => about === plan && seen).map(({ at }) => at)
  made.sort()
  return made.slice(1).map((at, index) => ({ workingDays: elapsed(made[index] ?? at, at) }))
}

/** A percentage of a list, with one decimal. */
export function percent<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return ratio(list.filter(holds).length, list.length)
}

export function ratio(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10
}

/** The headline figures of a council, by what they are called on the page. */
export function headlines(counted: Counted, population: number) {
  const { contacts, referrals, assessments, enquiries, conferences, plans } = counted
  const ownContacts = contacts.filter(({ outcome }) => outcome !== undefined && outcome !== 'OPEN_CASE')
  const decided = referrals.filter(({ decidedAt }) => decidedAt)
  const converted = new Set(counted.states.flatMap(({ referrals }) => referrals.map(({ contact }) => contact)))
  const outcomeIs = (...outcomes: string[]) => percent(ownContacts, ({ outcome = '' }) => outcomes.includes(outcome))
  const taking = (limit: number) =>
    percent(assessments, ({ openedAt, authorisedAt = '' }) => elapsed(openedAt, authorisedAt) <= limit)
  const from = (...sources: string[]) => percent(referrals, ({ source }) => sources.includes(source))
  const initial = conferences.filter(({ kind }) => kind === 'INITIAL')
  const enquiryOf = new Map(counted.states.flatMap(({ section47s }) => section47s.map((each) => [each.id, each])))
  return {
    referralsPer10000: ratio(referrals.length * 100, population),
    contactsToReferral: percent(ownContacts, ({ id, outcome }) => converted.has(id) || outcome === 'CIN_REFERRAL'),
    contactsNfa: outcomeIs('NFA'),
    contactsAdvice: outcomeIs('INFO_ADVICE', 'SIGNPOST'),
    contactsEarlyHelp: outcomeIs('EH_REFERRAL'),
    contactsOpenCase: percent(contacts, ({ outcome }) => outcome === 'OPEN_CASE'),
    contactsDecidedIn1: percent(ownContacts, ({ openedAt, decidedAt = '' }) => elapsed(openedAt, decidedAt) <= 1),
    domesticAbuse: percent(contacts, (each) => each.domesticAbuse),
    outOfHours: percent(contacts, (each) => each.outOfHours),
    police: from('6'),
    schools: from('2A'),
    health: from('3A', '3B', '3C', '3D', '3E', '3F'),
    reReferrals: ratio(counted.reReferrals.length, referrals.length),
    referralsNfa: percent(decided, ({ nfa }) => nfa === true),
    referralsDecidedIn1: percent(decided, ({ openedAt, decidedAt = '' }) => elapsed(openedAt, decidedAt) <= 1),
    assessmentsIn45: taking(45),
    assessmentsIn20: taking(20),
    assessmentsNfa: percent(assessments, ({ outcome = '' }) => ['NFA', 'STEP_DOWN_EH'].includes(outcome)),
    enquiriesToReferrals: ratio(enquiries.length, referrals.length),
    conferencesToEnquiries: ratio(conferences.length, enquiries.length),
    conferencesIn15: percent(initial, ({ section47 = '', openedAt }) => {
      const start = enquiryOf.get(section47)?.openedAt
      return start !== undefined && elapsed(start, openedAt) <= 15
    }),
    conferencesToPlan: percent(conferences, ({ outcome }) => outcome === 'CP'),
    repeatPlans: percent(plans, ({ previousPlans = 0 }) => previousPlans > 0),
    reviewsOnTime: percent(counted.reviews, ({ onTime }) => onTime),
    visitsOnTime: percent(counted.visits, ({ workingDays }) => workingDays <= 10),
    stepDownsDeclined: percent(counted.stepDowns, ({ stage }) => stage === 'declined'),
  }
}
