import { dayOf } from '@front-door/calendar'
import type { ChildEvent, EventType } from '@front-door/case-flow'
import type { DecisionTable } from './course-tables.js'
import type { EventOfType, Telling } from './telling.js'

/** On which item an event decides, and what. */
interface Decided {
  readonly item: string
  readonly outcome?: string | undefined
}

type Deciding = (telling: Telling, tell: (event: ChildEvent, decided: Decided) => void) => void

const deciding =
  <T extends EventType>(type: T, decided: (event: EventOfType<T>) => Decided): Deciding =>
  ({ of }, tell) => {
    for (const event of of(type)) tell(event, decided(event))
  }

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
  const rows: DecisionTable[] = []
  const tell = (event: ChildEvent, { item, outcome }: Decided) =>
    void rows.push({
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
    })
  for (const decide of decisions) decide(telling, tell)
  return rows
}

const printOf = (event: ChildEvent | undefined): string | undefined =>
  event?.prints?.['reason'] ?? event?.prints?.['rationale'] ?? event?.prints?.['analysis']
