import { assessmentFactor, assessmentOutcome, reviewOutcome, sharedWith } from '../codes/index.js'
import { event } from '../event/event.js'
import { code, codes, optional, reference, words, yesNo } from '../fields/index.js'

const assessment = reference('assessment', 'Assessment')

export const assessmentStarted = event('AssessmentStarted', {
  assessment,
  referral: reference('referral', 'Referral'),
  /** Imported history: factors of an assessment that is not authorised, which a return should not have (rule 8614). */
  factors: optional(codes(assessmentFactor, 'Factors identified')),
})

export const childSeen = event('ChildSeen', {
  about: reference(['referral', 'assessment', 'section47'], 'What it was for'),
  alone: optional(yesNo('Seen alone')),
  seen: optional(words('What was seen and heard')),
})

export const assessmentReviewed = event('AssessmentReviewed', {
  assessment,
  outcome: code(reviewOutcome),
  note: optional(words('What the review found')),
})

/** The nine matters of a good assessment (needs N6). Only the analysis must be there. */
export const assessmentCompleted = event('AssessmentCompleted', {
  assessment,
  outcome: code(assessmentOutcome),
  factors: codes(assessmentFactor, 'Factors identified', { hint: '21 alone when there is none' }),
  analysis: optional(words('Analysis')),
  childView: optional(words("The child's view, or what the child might say")),
  history: optional(words('History and what it means')),
  partnerInformation: optional(words('Information from partners')),
  risk: optional(words('Risks')),
  strengths: optional(words('Strengths')),
  equalities: optional(words('The difference that identity made')),
  familyEngagement: optional(words('How the family took part')),
})

export const assessmentAuthorised = event('AssessmentAuthorised', {
  assessment,
  comment: optional(words("The manager's comment")),
})

export const assessmentReturned = event('AssessmentReturned', {
  assessment,
  reason: words('What has to be done before it can be authorised'),
})

export const safetyPlanShared = event('SafetyPlanShared', {
  about: reference(['contact', 'referral', 'assessment', 'discussion', 'section47'], 'What it is about'),
  sharedWith: codes(sharedWith),
  plan: words('Immediate safety plan'),
})

export const assessmentEvents = [
  assessmentStarted,
  childSeen,
  assessmentReviewed,
  assessmentCompleted,
  assessmentAuthorised,
  assessmentReturned,
  safetyPlanShared,
] as const
