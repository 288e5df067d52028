import { type EventType, eventName } from '@front-door/case-flow'

/** For each kind of event in an episode that a return can tell of, the field that names what it is about. */
const aboutIn: Readonly<Record<string, string>> = {
  ReferralReceived: 'referral',
  ReferralDecided: 'referral',
  CaseClosed: 'referral',
  AssessmentStarted: 'assessment',
  AssessmentReviewed: 'assessment',
  AssessmentCompleted: 'assessment',
  AssessmentAuthorised: 'assessment',
  CinPlanStarted: 'plan',
  CinPlanEnded: 'plan',
  Section47Started: 'section47',
  Section47Concluded: 'section47',
  ConferenceHeld: 'conference',
  ProtectionPlanStarted: 'plan',
  ProtectionPlanReviewed: 'plan',
  ProtectionPlanEnded: 'plan',
} satisfies Partial<Record<EventType, string>>

/** The id of what an event is about; nothing for an event about the child, or of a kind that returns do not tell of. */
export function aboutOf(event: { readonly type: string; readonly data: Readonly<Record<string, unknown>> }): string {
  const about = event.data[aboutIn[event.type] ?? '']
  return typeof about === 'string' ? about : ''
}

/** What happened, in words that can stand within a sentence. */
export function inWords(type: string): string {
  const name = eventName(type)
  return name.charAt(0).toLowerCase() + name.slice(1)
}
