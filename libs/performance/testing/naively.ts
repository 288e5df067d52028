import {
  type Day,
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  englandAndWales2028,
  workingDaysBetween,
} from '@front-door/calendar'
import type { Child, History, Referral } from '@front-door/case-flow'

/** Numerator and denominator; of a count the denominator is null. */
export type Naive = readonly [numerator: number, denominator: number | null]

/**
 * The figures counted plainly from what each child's history comes to: no rows, no queries, one loop after the other.
 * It shares nothing with the catalogue but what a figure means.
 */
export function naively(
  histories: readonly History[],
  from: Day,
  to: Day,
  today: Day,
): Readonly<Record<string, Naive>> {
  const children = histories.map(({ state }) => state)
  const on = to < today ? to : today
  const within = (moment: string | undefined) => moment !== undefined && dayOf(moment) >= from && dayOf(moment) <= to
  return {
    ...contacts(children, within),
    ...referrals(children, within),
    ...assessments(children, within, on),
    ...enquiries(children, within),
    ...plans(children, within, on),
    ...visits(children, from, to, on),
    ...steps(children, within, today),
    ...openCases(children, on),
  }
}

type Within = (moment: string | undefined) => boolean

const working = (start: string, end: string) => workingDaysBetween(dayOf(start), dayOf(end), englandAndWales2028)
const share = <T>(all: readonly T[], holds: (one: T) => boolean): Naive => [all.filter(holds).length, all.length]
const count = (all: readonly unknown[]): Naive => [all.length, null]

function contacts(children: readonly Child[], within: Within): Record<string, Naive> {
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

function referrals(children: readonly Child[], within: Within): Record<string, Naive> {
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

function assessments(children: readonly Child[], within: Within, on: Day): Record<string, Naive> {
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

function enquiries(children: readonly Child[], within: Within): Record<string, Naive> {
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

const isOpenOn = ({ openedAt, endedAt }: { openedAt: string; endedAt?: string }, on: Day) =>
  dayOf(openedAt) <= on && (endedAt === undefined || dayOf(endedAt) > on)

function plans(children: readonly Child[], within: Within, on: Day): Record<string, Naive> {
  const started = children.flatMap(({ protectionPlans }) => {
    const inOrder = protectionPlans.toSorted((one, other) => (dayOf(one.openedAt) < dayOf(other.openedAt) ? -1 : 1))
    return inOrder.map((plan, before) => ({ ...plan, earlier: plan.previousPlans ?? before }))
  })
  const open = children.flatMap(({ protectionPlans }) => protectionPlans).filter((plan) => isOpenOn(plan, on))
  const onTime = ({ openedAt, reviews }: (typeof open)[number]) => {
    const held = reviews
      .map((review) => dayOf(review))
      .filter((day) => day <= on)
      .toSorted()
    const marks = [dayOf(openedAt), ...held]
    return marks.every((mark, at) => (marks[at + 1] ?? on) <= addMonths(mark, at === 0 ? 3 : 6))
  }
  return {
    'cp-plans-started': count(started.filter(({ openedAt }) => within(openedAt))),
    'cp-repeat-plans': share(
      started.filter(({ openedAt }) => within(openedAt)),
      ({ earlier }) => earlier > 0,
    ),
    'cp-reviews-on-time': share(
      open.filter(({ openedAt }) => dayOf(openedAt) <= addMonths(on, -3)),
      onTime,
    ),
    'cp-plans-over-2-years': share(open, ({ openedAt }) => daysBetween(dayOf(openedAt), on) > 729),
  }
}

/** The day each visit was due, and whether it was made by then; the last only where nothing ended it. */
function visitsDue(child: Child, plan: { id: string; openedAt: string; endedAt?: string }, limit: number) {
  const made = child.visits
    .filter(({ about, seen }) => about === plan.id && seen)
    .map(({ at }) => dayOf(at))
    .toSorted()
  return [dayOf(plan.openedAt), ...made].flatMap((mark, at) => {
    const next = made[at]
    if (next === undefined && plan.endedAt !== undefined) return []
    let due = addDays(mark, 1)
    while (working(mark, due) < limit) due = addDays(due, 1)
    return [{ due, made: next }]
  })
}

function visits(children: readonly Child[], from: Day, to: Day, on: Day): Record<string, Naive> {
  const onTime = (kind: 'protectionPlans' | 'cinPlans', limit: number): Naive => {
    const visited = children.flatMap((child) =>
      child[kind].flatMap((plan) => {
        const isImported = child.referrals.find(({ id }) => id === plan.referral)?.imported === true
        if (isImported && !child.visits.some(({ about }) => about === plan.id)) return []
        if (dayOf(plan.openedAt) > to || (plan.endedAt !== undefined && dayOf(plan.endedAt) < from)) return []
        const fellDue = visitsDue(child, plan, limit).filter(
          ({ due, made }) => due >= from && due <= to && (made !== undefined || due < on),
        )
        return fellDue.length === 0 ? [] : [fellDue.every(({ due, made }) => made !== undefined && made <= due)]
      }),
    )
    return share(visited, (met) => met)
  }
  return { 'cp-visits-on-time': onTime('protectionPlans', 10), 'cin-visits-on-time': onTime('cinPlans', 20) }
}

function steps(children: readonly Child[], within: Within, today: Day): Record<string, Naive> {
  const down = children.flatMap((child) =>
    child.referrals.flatMap((referral) => {
      const linked = child.stepDowns.filter((each) => each.referral === referral.id && each.stage === 'accepted')
      const helped = child.earlyHelp.filter(({ stepDown }) => linked.some(({ id }) => id === stepDown))
      const took = [
        ...linked.map(({ since }) => dayOf(since)),
        ...helped.map(({ openedAt }) => dayOf(openedAt)),
      ].toSorted()
      const at = referral.closedAt === undefined ? took[0] : dayOf(referral.closedAt)
      const isOne = referral.closureReason === 'RC9' || took.length > 0
      if (!isOne || !within(at)) return []
      const next = child.referrals
        .map(({ openedAt }) => dayOf(openedAt))
        .filter((day) => day > dayOf(referral.openedAt))
        .toSorted()[0]
      return [{ at: at ?? '', next }]
    }),
  )
  const up = children.flatMap(({ referrals: all, earlyHelp }) => [
    ...all.filter(({ source, openedAt }) => source === '5D' && within(openedAt)),
    ...earlyHelp.filter(({ endedAt, endReason }) => endReason === 'STEP_UP' && within(endedAt)),
  ])
  return {
    'step-downs': count(down),
    'step-ups': count(up),
    're-referrals-after-step-down': share(
      down.filter(({ at }) => at <= addMonths(today, -12)),
      ({ at, next }) => next !== undefined && at >= addMonths(next, -12),
    ),
  }
}

function openCases(children: readonly Child[], on: Day): Record<string, Naive> {
  const open = children.flatMap((child) =>
    child.referrals
      .filter(({ openedAt, closedAt }) => dayOf(openedAt) <= on && (closedAt === undefined || dayOf(closedAt) > on))
      .map((referral) => ({ ...referral, person: child.person })),
  )
  const isUndecided = ({ nfa, decidedAt }: Referral) =>
    nfa === undefined || (decidedAt !== undefined && dayOf(decidedAt) > on)
  const cases = open.filter(({ nfa }) => nfa !== true)
  const accepted = cases.filter((referral) => !isUndecided(referral))
  const held = children.flatMap(({ referrals: all }) =>
    all.filter(
      ({ allocated, closedAt }) =>
        allocated !== undefined && dayOf(allocated.at) <= on && (closedAt === undefined || dayOf(closedAt) > on),
    ),
  )
  const workers = held.map(({ allocated }) => allocated?.to ?? '')
  const most = Math.max(0, ...workers.map((one) => workers.filter((other) => other === one).length))
  const lacks = cases.filter(
    ({ person, need }) =>
      (person.birthDate === undefined && person.stage !== 'unborn') ||
      ((person.sex ?? 'U') === 'U' && person.stage !== 'unborn') ||
      (person.ethnicity ?? 'NOBT') === 'NOBT' ||
      person.disabilities.length === 0 ||
      !person.hasUpn ||
      (need ?? 'N0') === 'N0',
  )
  return {
    'cin-open': count(cases),
    unallocated: share(
      accepted,
      ({ firstAllocatedAt }) => firstAllocatedAt === undefined || dayOf(firstAllocatedAt) > on,
    ),
    'decisions-overdue': share(open.filter(isUndecided), ({ openedAt }) => working(openedAt, on) > 1),
    'caseload-mean': [held.length, new Set(workers).size],
    'caseload-max': [most, null],
    'missing-data': [lacks.length, cases.length],
  }
}
