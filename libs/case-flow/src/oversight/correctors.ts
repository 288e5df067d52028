import { mayDo } from '@front-door/policy'
import type { Facts, Refusal } from '../act/index.js'
import { type Child, byId } from '../child/index.js'
import type { ChildEvent, EventType } from '../history/events.js'

/**
 * Why somebody may not correct an entry, or take it back: that is for those who may do the act which recorded it
 * (`recordedBy`; any of them, where it may have been several), and where others have agreed to it since, for them.
 */
export function whyNotTheirs(
  entry: ChildEvent,
  recordedBy: readonly string[],
  { child, worker, policy }: Pick<Facts, 'child' | 'worker' | 'policy'>,
  roleName = (role: string) => role,
): Refusal | undefined {
  const agreed = agreedSince(entry, child)
  const acts = [agreed?.by ?? ratherBy[entry.type] ?? recordedBy].flat()
  const who = (policy.may['correct-decision'] ?? []).filter((role) => acts.some((act) => mayDo(policy, role, act)))
  if (!who.some((role) => role === worker.role)) {
    const message = `Your role (${roleName(worker.role)}) may not correct this entry. It is for ${who.map(roleName).join(', ') || 'nobody'}.`
    return { rule: 'role', message: agreed ? `${message} ${agreed.instead}` : message, field: 'event' }
  }
  if (!agreed?.authors.includes(worker.id)) return undefined
  return { rule: agreed.rule, message: `This is your own work. ${agreed.instead}`, field: 'event' }
}

/** What may be opened by night is not made longer, or opened to more people, by all who may open it. */
const ratherBy: Partial<Record<EventType, string>> = {
  RecordOpenedInEmergency: 'restrict-record',
  EmergencyOpeningEnded: 'restrict-record',
}

/**
 * The act by which somebody else agreed to what was written, who wrote it, and what they can do about a mistake in it.
 */
interface Agreed {
  readonly by: string
  readonly authors: readonly string[]
  readonly rule: string
  readonly instead: string
}

/** Nobody agrees to their own work, so nobody changes their own once it was agreed to (needs N6 and N8). */
function agreedSince(entry: ChildEvent, { assessments, stepDowns }: Child): Agreed | undefined {
  if (entry.type === 'AssessmentCompleted') {
    const assessment = byId(assessments, entry.data.assessment)
    if (assessment?.stage !== 'authorised') return undefined
    const instead =
      'The assessment is authorised: ask a manager who did not work on it to correct it, or to withdraw the authorisation first.'
    return { by: 'authorise-assessment', authors: assessment.authors, rule: 'own-assessment', instead }
  }
  if (entry.type === 'StepDownProposed') {
    const stepDown = byId(stepDowns, entry.data.stepDown)
    if (stepDown?.stage !== 'accepted') return undefined
    const instead = 'The step-down was accepted: ask early help to correct it, or to take back their answer first.'
    return { by: 'accept-step-down', authors: [stepDown.proposedBy], rule: 'own-step-down', instead }
  }
  return undefined
}
