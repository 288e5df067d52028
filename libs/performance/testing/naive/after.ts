import { type Day, addDays, addMonths, dayOf, daysBetween } from '@front-door/calendar'
import type { Child, Referral } from '@front-door/case-flow'
import { type Naive, type Within, count, share, working } from './counting.js'

const isOpenOn = ({ openedAt, endedAt }: { openedAt: string; endedAt?: string }, on: Day) =>
  dayOf(openedAt) <= on && (endedAt === undefined || dayOf(endedAt) > on)

export function plans(children: readonly Child[], within: Within, on: Day): Record<string, Naive> {
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

export function visits(children: readonly Child[], from: Day, to: Day, on: Day): Record<string, Naive> {
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

export function steps(children: readonly Child[], within: Within, today: Day): Record<string, Naive> {
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

export function openCases(children: readonly Child[], on: Day): Record<string, Naive> {
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
