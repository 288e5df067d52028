import { dayOf } from '@front-door/calendar'
import { byDay, dayOrNull } from './days.js'
import type { AllocationTable } from './course-tables.js'
import type { Telling } from './telling.js'

export function allocationRows({ child, of }: Telling): readonly AllocationTable[] {
  const until = new Map(child.referrals.map(({ id, closedAt }) => [id, dayOrNull(closedAt)]))
  const given = byDay([...of('CaseAllocated'), ...of('CaseReallocated')], ({ occurredAt }) => occurredAt)
  return given.toReversed().flatMap((event): readonly AllocationTable[] => {
    const { referral, to, team } = event.data
    const ended = until.get(referral)
    if (ended === undefined) return []
    until.set(referral, dayOf(event.occurredAt))
    return [
      {
        event: event.id,
        child: child.id,
        referral,
        worker: to,
        team,
        given: dayOf(event.occurredAt),
        given_at: event.occurredAt,
        ended,
        change: event.type === 'CaseReallocated' ? event.data.change : null,
      },
    ]
  })
}
