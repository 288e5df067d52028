import {
  BeyondCalendar,
  type Calendar,
  type Due,
  type Instant,
  type Moment,
  calendarOn,
  dayOf,
  dueBy,
  elapsed,
  isBefore,
  isInTime,
  momentOf,
} from '@front-door/calendar'
import { type Policy, type TimescaleId, policyOn } from '@front-door/policy'
import { type Child, type Item, type Noted, isAnswerOfUse, itemsOf } from '../child/index.js'
import type { ItemKind } from '../fields/index.js'

/** From when a clock runs, and when it stopped. `off` says that it no longer matters (the plan ended first). */
interface Span {
  readonly start: Moment
  readonly stop?: Moment | undefined
  readonly off?: boolean | undefined
}

/** A clock as it stands: when it is due with the workings, how much has gone by, and how it ended. */
export interface Clock {
  readonly clock: TimescaleId
  readonly words: string
  readonly kind: ItemKind
  readonly about: string
  readonly start: Moment
  readonly stop?: Moment | undefined
  readonly state: 'running' | 'overdue' | 'met' | 'missed' | 'off' | 'unknown'
  /** Not there where the calendar does not know the years it needs; then `unknown` says why. */
  readonly due?: Due
  readonly elapsed?: number
  readonly unknown?: string
}

type Spans<K extends ItemKind> = (item: ReturnType<typeof itemsOf<K>>[number], child: Child) => readonly Span[]

interface Definition {
  readonly clock: TimescaleId
  readonly kind: ItemKind
  readonly spans: (item: Item, child: Child) => readonly Span[]
}

const clock = <K extends ItemKind>(id: TimescaleId, kind: K, spans: Spans<K>): Definition => ({
  clock: id,
  kind,
  spans: spans as Definition['spans'],
})

const priorities = { priorityRed: 'RED', priorityAmber: 'AMBER', priorityGreen: 'GREEN' } as const

/** The clocks of the front door, each from the dates of its items. */
const definitions: readonly Definition[] = [
  clock('contactDecision', 'contact', ({ openedAt, decidedAt }) => [{ start: openedAt, stop: decidedAt }]),
  ...(['priorityRed', 'priorityAmber', 'priorityGreen'] as const).flatMap((id) =>
    (['contact', 'referral'] as const).map((kind) =>
      clock(id, kind, ({ screening, openedAt, decidedAt }) =>
        screening.priority?.level === priorities[id] ? [{ start: openedAt, stop: decidedAt }] : [],
      ),
    ),
  ),
  clock('informationReply', 'request', (request, child) => [
    {
      start: request.openedAt,
      stop: request.stage === 'received' ? request.since : undefined,
      off: request.stage === 'not-received' || (request.stage === 'asked' && !isAnswerOfUse(child, request)),
    },
  ]),
  clock('referralDecision', 'referral', ({ openedAt, decidedAt, imported }) =>
    imported ? [] : [{ start: openedAt, stop: decidedAt }],
  ),
  clock('referrerInformed', 'referral', ({ openedAt, informedAt, imported }) =>
    imported ? [] : [{ start: openedAt, stop: informedAt }],
  ),
  clock('allocation', 'referral', ({ decidedAt, nfa, firstAllocatedAt, closedAt }) =>
    decidedAt && nfa === false
      ? [{ start: decidedAt, stop: firstAllocatedAt, off: !firstAllocatedAt && closedAt !== undefined }]
      : [],
  ),
  clock('childSeen', 'assessment', (item, child) =>
    child.person.stage === 'unborn'
      ? []
      : [
          {
            start: item.openedAt,
            stop: firstSeen(child, item),
            off: !firstSeen(child, item) && item.authorisedAt !== undefined,
          },
        ],
  ),
  clock('assessmentReview10', 'assessment', ({ openedAt, reviews, completedAt }) => [
    { start: openedAt, stop: reviews[0], off: !reviews[0] && completedAt !== undefined },
  ]),
  clock('assessmentReview20', 'assessment', ({ openedAt, reviews, completedAt }) => [
    { start: openedAt, stop: reviews[1], off: !reviews[1] && completedAt !== undefined },
  ]),
  clock('assessment', 'assessment', ({ openedAt, authorisedAt }) => [{ start: openedAt, stop: authorisedAt }]),
  clock('assessmentFromReferral', 'assessment', (item, child) => {
    const referral = child.referrals.find((each) => each.id === item.referral)
    const first = child.assessments.find((each) => each.referral === item.referral)
    return referral && first?.id === item.id ? [{ start: referral.openedAt, stop: item.authorisedAt }] : []
  }),
  clock('conference', 'section47', ({ openedAt, conferenceAt, conferenceNotRequired }) => [
    { start: openedAt, stop: conferenceAt, off: conferenceNotRequired && !conferenceAt },
  ]),
  clock('childSeenSection47', 'section47', (item, child) =>
    child.person.stage === 'unborn'
      ? []
      : [
          {
            start: item.openedAt,
            stop: firstSeen(child, item),
            off: !firstSeen(child, item) && item.stage === 'ended',
          },
        ],
  ),
  clock('transferInConference', 'referral', ({ id, openedAt, outcome, stage }, child) => {
    const held = child.conferences.find((each) => each.referral === id && each.kind === 'TRANSFER_IN')
    return outcome === 'CP_TRANSFER_IN'
      ? [{ start: openedAt, stop: held?.openedAt, off: !held && stage === 'closed' }]
      : []
  }),
  clock('protectionPlanFirstReview', 'protectionPlan', (plan) =>
    between([plan.openedAt], plan.reviews, plan).slice(0, 1),
  ),
  clock('protectionPlanReview', 'protectionPlan', (plan) => between([plan.openedAt], plan.reviews, plan).slice(1)),
  clock('protectionVisit', 'protectionPlan', (plan, child) => between([plan.openedAt], visitsTo(child, plan), plan)),
  clock('cinPlanReview', 'cinPlan', (plan) => between([plan.openedAt], plan.reviews, plan)),
  clock('cinVisit', 'cinPlan', (plan, child) => between([plan.openedAt], visitsTo(child, plan), plan)),
  clock('stepDownAnswer', 'stepDown', ({ openedAt, stage, since }) => [
    { start: openedAt, stop: stage === 'proposed' ? undefined : since },
  ]),
]

/** From one to the next by their days, whenever they were recorded; the last one open until the plan ends. */
function between(
  start: readonly Moment[],
  marks: readonly Moment[],
  plan: { readonly endedAt?: Moment },
): readonly Span[] {
  const made = marks.toSorted()
  return [...start, ...made].map((each, index) => ({
    start: each,
    stop: made[index],
    off: !made[index] && plan.endedAt !== undefined,
  }))
}

const visitsTo = (child: Child, plan: Item): readonly Moment[] =>
  child.visits.filter((visit) => visit.about === plan.id && visit.seen).map((visit) => visit.at)

/** When the child was first seen after the item began, whatever in the same referral it was for. */
function firstSeen(child: Child, item: Item & { readonly referral: string }): Moment | undefined {
  const within = [...child.assessments, ...child.section47s].filter((each) => each.referral === item.referral)
  const ids = new Set([item.referral, ...within.map((each) => each.id)])
  return child.sightings.find((seen: Noted) => ids.has(seen.about) && !isBefore(seen.at, item.openedAt))?.at
}

/** What a council has agreed, in every version there is. */
export interface Agreed {
  readonly policies: readonly Policy[]
  readonly calendars: readonly Calendar[]
}

/** Every clock of this child as it stands now, each by the policy and calendar in force on the day it started. */
export function clocksOf(child: Child, now: Instant, agreed: Agreed): readonly Clock[] {
  return clocksWhere(() => true, child, now, agreed)
}

/** Those that have not stopped, or that nobody can tell: what is due. Of a long life they are few. */
export function runningClocks(child: Child, now: Instant, agreed: Agreed): readonly Clock[] {
  return clocksWhere(({ stop, off }) => stop === undefined && off !== true, child, now, agreed)
}

function clocksWhere(wanted: (span: Span) => boolean, child: Child, now: Instant, agreed: Agreed): readonly Clock[] {
  const moment = momentOf(now)
  const clocks: Clock[] = []
  for (const { clock: id, kind, spans } of definitions)
    for (const item of itemsOf(child, kind) as readonly Item[])
      for (const span of spans(item, child))
        if (wanted(span)) clocks.push(readClock(id, kind, item.id, span, moment, agreed))
  return clocks
}

function readClock(id: TimescaleId, kind: ItemKind, about: string, span: Span, now: Moment, agreed: Agreed): Clock {
  const { start, stop, off } = span
  const day = dayOf(start)
  const { words, limit } = policyOn(agreed.policies, day).timescales[id]
  if (off) return { clock: id, words, kind, about, start, stop, state: 'off' }
  try {
    const calendar = calendarOn(agreed.calendars, day)
    const due = dueBy(start, limit, calendar)
    const inTime = isInTime(due.due, stop ?? now)
    const state = stop ? (inTime ? 'met' : 'missed') : inTime ? 'running' : 'overdue'
    const gone = elapsed(start, stop ?? now, limit, calendar)
    return { clock: id, words, kind, about, start, stop, state, due, elapsed: gone }
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error
    return { clock: id, words, kind, about, start, stop, state: 'unknown', unknown: error.message }
  }
}
