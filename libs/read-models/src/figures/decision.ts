import { dayOf } from '@front-door/calendar'
import type { ChildEvent, EventType } from '@front-door/case-flow'
import type { DecisionTable } from './course-tables.js'
import type { EventOfType, Telling } from './telling.js'

/** An event that decides something: on which item, and what. */
interface Decided {
  readonly event: ChildEvent
  readonly item: string
  readonly outcome?: string | undefined
}

const deciding =
  <T extends EventType>(type: T, decided: (event: EventOfType<T>) => Omit<Decided, 'event'>) =>
  ({ of }: Telling): readonly Decided[] =>
    of(type).map((event) => ({ event, ...decided(event) }))

/** The events that decide something. */
const decisions = [
  deciding('PriorityRated', ({ data: { about, priority } }) => ({ item: about, outcome: priority })),
  deciding('ScreeningConcluded', ({ data: { about } }) => ({ item: about })),
  deciding('ContactDecided', ({ data: { contact, outcome } }) => ({ item: contact, outcome })),
  deciding('ReferralDecided', ({ data: { referral, outcome } }) => ({ item: referral, outcome })),
  deciding('AssessmentReviewed', ({ data: { assessment, outcome } }) => ({ item: assessment, outcome })),
  deciding('AssessmentCompleted', ({ data: { assessment, outcome } }) => ({ item: assessment, outcome })),
  deciding('AssessmentAuthorised', ({ data: { assessment } }) => ({ item: assessment })),
  deciding('AssessmentReturned', ({ data: { assessment } }) => ({ item: assessment })),
  deciding('StrategyDiscussionHeld', ({ data: { discussion, outcome } }) => ({ item: discussion, outcome })),
  deciding('Section47Concluded', ({ data: { section47, outcome } }) => ({ item: section47, outcome })),
  deciding('ConferenceHeld', ({ data: { conference, outcome } }) => ({ item: conference, outcome })),
  deciding('ProtectionPlanReviewed', ({ data: { plan, outcome } }) => ({ item: plan, outcome })),
  deciding('ProtectionPlanEnded', ({ data: { plan, ending } }) => ({ item: plan, outcome: ending })),
  deciding('CinPlanReviewed', ({ data: { plan, outcome } }) => ({ item: plan, outcome })),
  deciding('CinPlanEnded', ({ data: { plan, ending } }) => ({ item: plan, outcome: ending })),
  deciding('StepDownProposed', ({ data: { stepDown } }) => ({ item: stepDown })),
  deciding('StepDownAccepted', ({ data: { stepDown } }) => ({ item: stepDown })),
  deciding('StepDownDeclined', ({ data: { stepDown } }) => ({ item: stepDown })),
  deciding('EarlyHelpEnded', ({ data: { earlyHelp, ending } }) => ({ item: earlyHelp, outcome: ending })),
  deciding('ManagementOversightRecorded', ({ data: { about, view } }) => ({ item: about, outcome: view })),
  deciding('CaseClosed', ({ data: { referral, closure } }) => ({ item: referral, outcome: closure })),
]

export function decisionRows(telling: Telling): readonly DecisionTable[] {
  const { child, of, referralOf } = telling
  const explained = new Map(of('ReasonGiven').map((event) => [event.data.event, event]))
  return decisions
    .flatMap((decided) => decided(telling))
    .map(({ event, item, outcome }) => ({
      event: event.id,
      child: child.id,
      type: event.type,
      item,
      referral: referralOf(item),
      outcome: outcome ?? null,
      day: dayOf(event.occurredAt),
      recorded_at: event.recordedAt,
      worker: event.worker.id,
      role: event.worker.role,
      team: event.worker.team,
      reason: printOf(event) ?? printOf(explained.get(event.id)) ?? null,
    }))
}

const printOf = (event: ChildEvent | undefined): string | undefined =>
  event?.prints?.['reason'] ?? event?.prints?.['rationale'] ?? event?.prints?.['analysis']
