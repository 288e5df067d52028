import { type Day, addMonths, dayOf } from '@front-door/calendar'
import type { Child, Referral } from '@front-door/case-flow'
import { type Naive, type Within, count, share, working } from './counting.js'

export function contacts(children: readonly Child[], within: Within): Record<string, Naive> {
  const received = children.flatMap((child) => child.contacts).filter((each) => within(each.openedAt))
  const own = received.filter(({ outcome }) => outcome !== 'OPEN_CASE')
  const decided = own.filter(({ outcome }) => outcome !== undefined)
  const as = (...outcomes: string[]) => share(decided, ({ outcome = '' }) => outcomes.includes(outcome))
  return {
    contacts: count(own),
    'contacts-to-referral': share(own, ({ outcome }) => outcome === 'CIN_REFERRAL'),
    'contacts-nfa': as('NFA'),
    'contacts-signposted': as('SIGNPOST', 'INFO_ADVICE'),
    'contacts-to-early-help': as('EH_REFERRAL'),
  }
}

/** A referral that counts, with the child it is of: the first of its day. */
function counting({ referrals: all }: Child): readonly Referral[] {
  const days = new Set<string>()
  return all.filter(({ openedAt }) => !days.has(dayOf(openedAt)) && days.add(dayOf(openedAt)))
}

export function referrals(children: readonly Child[], within: Within): Record<string, Naive> {
  const all = children.flatMap((child) =>
    counting(child)
      .filter(({ openedAt }) => within(openedAt))
      .map((referral) => ({ child, ...referral })),
  )
  const of = ({ child, id }: (typeof all)[number]) => ({
    assessments: child.assessments.filter(({ referral }) => referral === id),
    others: [child.section47s, child.conferences, child.protectionPlans, child.cinPlans].flatMap((items) =>
      (items as readonly { referral: string }[]).filter(({ referral }) => referral === id),
    ),
  })
  const cameBack = ({ child, openedAt }: (typeof all)[number]) =>
    child.referrals.some(({ openedAt: earlier }) => {
      const [then, now] = [dayOf(earlier), dayOf(openedAt)]
      return then < now && then >= addMonths(now, -12)
    })
  return {
    referrals: count(all),
    're-referrals': share(all, cameBack),
    'referrals-by-source': [all.length, all.length],
    'referrals-decided-1wd': share(
      all.filter(({ decidedAt }) => decidedAt !== undefined),
      ({ openedAt, decidedAt = '' }) => working(openedAt, decidedAt) <= 1,
    ),
    'referrals-nfa': share(all, ({ nfa }) => nfa === true),
    'referrals-not-in-need': share(
      all,
      (one) =>
        one.nfa === false &&
        of(one).assessments.length > 0 &&
        of(one).others.length === 0 &&
        one.closedAt !== undefined &&
        ['RC8', 'RC9'].includes(one.closureReason ?? ''),
    ),
    'referral-to-assessment': share(
      all.filter(({ nfa }) => nfa !== true),
      (one) => of(one).assessments.length > 0,
    ),
  }
}

export function assessments(children: readonly Child[], within: Within, on: Day): Record<string, Naive> {
  const all = children.flatMap((child) =>
    child.assessments.map((each) => ({ ...each, case: child.referrals.find(({ id }) => id === each.referral) })),
  )
  const done = all
    .filter(({ authorisedAt }) => within(authorisedAt))
    .map(({ authorisedAt = '', ...each }) => ({ ...each, authorisedAt, days: working(each.openedAt, authorisedAt) }))
  const under = all.filter(
    ({ openedAt, authorisedAt, case: own }) =>
      dayOf(openedAt) <= on &&
      (authorisedAt === undefined || dayOf(authorisedAt) > on) &&
      !(own?.closedAt !== undefined && dayOf(own.closedAt) <= on),
  )
  const inTime = (limit: number) => share(done, ({ days }) => days <= limit)
  const ended = (closure: string | undefined) => closure === 'RC8' || closure === 'RC9'
  return {
    'assessments-completed': count(done),
    'assessments-45wd': inTime(45),
    'assessments-10wd': inTime(10),
    'assessments-20wd': inTime(20),
    'assessments-25wd': inTime(25),
    'assessments-45wd-from-referral': share(
      done,
      ({ case: own, authorisedAt }) => own !== undefined && working(own.openedAt, authorisedAt) <= 45,
    ),
    'assessment-days-mean': [done.reduce((sum, { days }) => sum + days, 0), done.length],
    'assessment-days-median': [done.reduce((sum, { days }) => sum + days, 0), done.length],
    'assessments-overdue': share(under, ({ openedAt }) => working(openedAt, on) > 45),
    'assessments-nfa': share(
      done,
      ({ outcome, case: own }) =>
        outcome === 'NFA' ||
        outcome === 'STEP_DOWN_EH' ||
        ((outcome ?? 'NOT_STATED') === 'NOT_STATED' && ended(own?.closureReason)),
    ),
  }
}

export function enquiries(children: readonly Child[], within: Within): Record<string, Naive> {
  const started = children.flatMap(({ section47s, conferences }) =>
    section47s
      .filter(({ openedAt }) => within(openedAt))
      .map(({ id }) => conferences.some(({ section47 }) => section47 === id)),
  )
  const held = children.flatMap(({ section47s, conferences, protectionPlans }) =>
    conferences
      .filter(({ openedAt }) => within(openedAt))
      .map(({ id, section47, openedAt, kind }) => ({
        from: kind === 'INITIAL' ? section47s.find((each) => each.id === section47)?.openedAt : undefined,
        at: openedAt,
        plan: protectionPlans.some(({ conference }) => conference === id),
      })),
  )
  return {
    s47: count(started),
    's47-to-icpc': share(started, (led) => led),
    icpc: count(held),
    'icpc-15wd': share(
      held,
      ({ from, at }) => from !== undefined && dayOf(from) <= dayOf(at) && working(from, at) <= 15,
    ),
    'icpc-to-plan': share(held, ({ plan }) => plan),
  }
}
