import { type ActName, type Item, type ItemKind, type Next, type TrailLine, flow } from '@front-door/case-flow'
import { roleName } from '@front-door/pages'

/** What is usually done about each kind of thing, in its order, and the event that shows that it was. */
const steps: Partial<Record<ItemKind, readonly (readonly [ActName, string])[]>> = {
  contact: [
    ['start-screening', 'ScreeningStarted'],
    ['rate-priority', 'PriorityRated'],
    ['request-information', 'InformationRequested'],
    ['record-consent', 'ConsentRecorded'],
    ['record-voice', 'ChildVoiceRecorded'],
    ['conclude-screening', 'ScreeningConcluded'],
    ['decide-contact', 'ContactDecided'],
    ['inform-referrer', 'ReferrerInformed'],
    ['record-oversight', 'ManagementOversightRecorded'],
  ],
  referral: [
    ['start-screening', 'ScreeningStarted'],
    ['rate-priority', 'PriorityRated'],
    ['request-information', 'InformationRequested'],
    ['record-consent', 'ConsentRecorded'],
    ['record-voice', 'ChildVoiceRecorded'],
    ['conclude-screening', 'ScreeningConcluded'],
    ['decide-referral', 'ReferralDecided'],
    ['inform-referrer', 'ReferrerInformed'],
    ['allocate-case', 'CaseAllocated'],
    ['start-assessment', 'AssessmentStarted'],
    ['hold-strategy-discussion', 'StrategyDiscussionHeld'],
    ['record-oversight', 'ManagementOversightRecorded'],
    ['propose-step-down', 'StepDownProposed'],
    ['close-case', 'CaseClosed'],
  ],
  assessment: [
    ['see-child', 'ChildSeen'],
    ['record-voice', 'ChildVoiceRecorded'],
    ['review-assessment', 'AssessmentReviewed'],
    ['share-safety-plan', 'SafetyPlanShared'],
    ['complete-assessment', 'AssessmentCompleted'],
    ['return-assessment', 'AssessmentReturned'],
    ['authorise-assessment', 'AssessmentAuthorised'],
  ],
  section47: [
    ['see-child', 'ChildSeen'],
    ['record-voice', 'ChildVoiceRecorded'],
    ['share-safety-plan', 'SafetyPlanShared'],
    ['record-oversight', 'ManagementOversightRecorded'],
    ['conclude-section-47', 'Section47Concluded'],
  ],
  protectionPlan: [
    ['make-visit', 'PlanVisitMade'],
    ['review-protection-plan', 'ProtectionPlanReviewed'],
    ['end-protection-plan', 'ProtectionPlanEnded'],
  ],
  cinPlan: [
    ['make-visit', 'PlanVisitMade'],
    ['review-cin-plan', 'CinPlanReviewed'],
    ['end-cin-plan', 'CinPlanEnded'],
  ],
  stepDown: [
    ['record-oversight', 'ManagementOversightRecorded'],
    ['accept-step-down', 'StepDownAccepted'],
    ['decline-step-down', 'StepDownDeclined'],
  ],
  earlyHelp: [
    ['end-early-help', 'EarlyHelpEnded'],
    ['step-up', 'SteppedUp'],
  ],
}

export interface Task {
  readonly title: string
  readonly href?: string
  readonly done: boolean
  readonly hint?: string
  readonly cannot?: string
  readonly status?: string
}

/** What is done about a thing and what remains: for whoever looks, with a link where it is for them to do. */
export function tasksOf(
  kind: ItemKind,
  item: Item,
  lines: readonly TrailLine[],
  next: readonly Next[],
  role: string,
  may: (act: ActName) => readonly string[],
  href: (next: Pick<Next, 'act' | 'about'>) => string,
): readonly Task[] {
  return (steps[kind] ?? []).map(([act, type]) => {
    const times = lines.filter((line) => line.type === type && isAbout(line, item.id) && !isWithdrawn(line)).length
    // What can be done at any time is no next step, but stands in the list.
    const open = flow[act].always === true || next.some((one) => one.act === act && one.about === item.id)
    const yours = open && may(act).includes(role)
    return {
      title: flow[act].act.label,
      done: times > 0,
      ...(times > 1 ? { hint: `Recorded ${times} times` } : {}),
      ...(yours ? { href: href({ act, about: item.id }) } : {}),
      ...(times === 0 && !yours ? { cannot: open ? `For ${whose(may(act))}` : 'Not now' } : {}),
    }
  })
}

function whose(roles: readonly string[]): string {
  return roles.map((role) => roleName(role).toLowerCase()).join(' or ')
}

export const isWithdrawn = ({ corrections }: TrailLine) => corrections.some(({ withdrawn }) => withdrawn)

/** Whether a line of the trail speaks of this thing. */
export function isAbout({ data }: TrailLine, id: string): boolean {
  return Object.values(data).some((value) => value === id)
}
