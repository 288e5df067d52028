import { type Day, dayOf, momentOf } from '@front-door/calendar'
import { type ChildEvent, type EventType, type History, eventsOf } from '@front-door/case-flow'

/** From which day on each is told of, event by event; nothing where it never is. */
export function beginnings(histories: readonly History[]) {
  const events = histories.flatMap(eventsOf)
  const here = firstOf(events.filter(({ worker }) => worker.role !== 'import').map(recordedOn))
  const over = firstOf([...happened(events, ...endings), ...withoutFurtherAction(histories)])
  const since = (...types: readonly EventType[]) => {
    const first = firstOf(happened(events, ...types))
    const ofItsTime = first !== undefined && over !== undefined && over > first ? over : first
    return firstOf([here, ofItsTime])
  }
  return {
    contacts: since('ContactReceived'),
    // What a return of the census tells, it tells together.
    returns: since(
      'ReferralReceived',
      'AssessmentStarted',
      'Section47Started',
      'ConferenceHeld',
      'ProtectionPlanStarted',
      'CinPlanStarted',
    ),
    visits: since('PlanVisitMade'),
    earlyHelp: since('EarlyHelpStarted'),
    allocations: since('CaseAllocated', 'CaseReallocated'),
    decisions: here,
  }
}

const endings: readonly EventType[] = [
  'CaseClosed',
  'AssessmentAuthorised',
  'ConferenceHeld',
  'ProtectionPlanEnded',
  'CinPlanEnded',
  'EarlyHelpEnded',
]

const withoutFurtherAction = (histories: readonly History[]) =>
  histories.flatMap(({ state }) => state.referrals.filter(({ nfa }) => nfa).map(({ openedAt }) => dayOf(openedAt)))

const happened = (events: readonly ChildEvent[], ...types: readonly EventType[]): readonly Day[] =>
  events.filter(({ type }) => types.includes(type)).map(({ occurredAt }) => dayOf(occurredAt))

const recordedOn = ({ recordedAt }: ChildEvent): Day => dayOf(momentOf(recordedAt))

function firstOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).toSorted()[0]
}
