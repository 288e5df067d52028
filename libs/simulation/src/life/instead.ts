import { addDays, dayOf } from '@front-door/calendar'
import type { ChildEvent } from '@front-door/case-flow'
import { needs } from '../calibration.js'
import type { Family } from '../family/family.js'
import type { Member } from '../family/member.js'
import { writing } from '../words/writing.js'

type Changes = Readonly<Record<string, unknown>>

/** What an event should have said: another code, day or reason. Nothing where that kind of mistake is left as it is. */
export function instead(family: Family, member: Member, event: ChildEvent): Changes | undefined {
  const { chance } = family
  const words = writing(family)
  switch (event.type) {
    case 'ContactReceived':
      if (chance.is(0.4)) return { domesticAbuse: !event.data.domesticAbuse }
      return { source: other(['1A', '3E', '6', '8'], event.data.source, family) }
    case 'ContactDecided':
      if (!endsThere.includes(event.data.outcome)) return { reason: words('correct-reason', member) }
      return { outcome: other(endsThere, event.data.outcome, family) }
    case 'ReferralDecided':
      return { need: chance.among(needs) }
    case 'AssessmentCompleted':
      if (event.data.factors.includes('21')) return { analysis: words('correct-reason', member) }
      return { factors: [...new Set([...event.data.factors, '20'])] }
    case 'PlanVisitMade':
      return dayBefore(member, event)
    case 'PriorityRated':
      return { reason: words('correct-reason', member) }
    case 'ChildSeen':
      return { seen: words('seen', member) }
    case 'ManagementOversightRecorded':
      return { rationale: words('oversight', member) }
    default:
      return undefined
  }
}

const endsThere: readonly string[] = ['NFA', 'INFO_ADVICE', 'SIGNPOST']

function other(codes: readonly string[], than: string, { chance }: Family): string {
  const [first = than, ...rest] = codes.filter((code) => code !== than)
  return chance.pick([first, ...rest])
}

/** The visit was the day before: unless the plan had not begun then. */
function dayBefore({ history }: Member, event: ChildEvent & { readonly type: 'PlanVisitMade' }): Changes | undefined {
  const { cinPlans, protectionPlans } = history.state
  const plan = [...cinPlans, ...protectionPlans].find(({ id }) => id === event.data.plan)
  const occurredAt = addDays(dayOf(event.occurredAt), -1)
  return plan && dayOf(plan.openedAt) < occurredAt ? { occurredAt } : undefined
}
