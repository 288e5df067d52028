import { planEndReason, planReviewOutcome } from '../codes/index.js'
import { event } from '../event/event.js'
import { code, optional, reference, words, yesNo } from '../fields/index.js'

const plan = reference('cinPlan', 'Child in need plan')

export const cinPlanStarted = event('CinPlanStarted', {
  plan,
  referral: reference('referral', 'Referral'),
  agreed: optional(words('What was agreed')),
})

export const cinPlanReviewed = event('CinPlanReviewed', {
  plan,
  outcome: code(planReviewOutcome),
  reason: optional(words('Reason for the decision')),
})

export const cinPlanEnded = event('CinPlanEnded', {
  plan,
  ending: code(planEndReason),
  reason: optional(words('Reason for ending the plan')),
})

export const planVisitMade = event('PlanVisitMade', {
  plan: reference(['cinPlan', 'protectionPlan'], 'Plan'),
  seen: yesNo('The child was seen'),
  alone: optional(yesNo('The child was seen alone')),
  bedroom: optional(yesNo("The child's bedroom was seen")),
  note: optional(words('What was seen and heard')),
})

export const needEvents = [cinPlanStarted, cinPlanReviewed, cinPlanEnded, planVisitMade] as const
