import { earlyHelpEndReason } from '../codes/index.js'
import { event } from '../event/event.js'
import { code, optional, reference, text, words } from '../fields/index.js'

const stepDown = reference('stepDown', 'Step-down')
const earlyHelp = reference('earlyHelp', 'Early help')

export const stepDownProposed = event('StepDownProposed', {
  stepDown,
  referral: reference('referral', 'Referral'),
  actions: optional(words('Closure actions', { hint: 'They become the early help plan' })),
  reason: optional(words('Reason for the step-down')),
})

export const stepDownAccepted = event('StepDownAccepted', { stepDown, comment: optional(words('Comment')) })

export const stepDownDeclined = event('StepDownDeclined', { stepDown, reason: words('Reason for declining') })

export const earlyHelpStarted = event('EarlyHelpStarted', {
  earlyHelp,
  stepDown: optional(stepDown),
  contact: optional(reference('contact', 'Contact')),
  organisation: optional(text('Lead organisation')),
  lead: optional(words('Lead practitioner', { max: 200 })),
  plan: optional(words('Early help plan')),
})

export const earlyHelpEnded = event('EarlyHelpEnded', {
  earlyHelp,
  ending: code(earlyHelpEndReason),
  reason: optional(words('Reason for ending')),
})

export const steppedUp = event('SteppedUp', {
  earlyHelp,
  referral: reference('referral', 'Referral'),
  carriedForward: optional(words('What early help did and learned')),
})

export const stepEvents = [
  stepDownProposed,
  stepDownAccepted,
  stepDownDeclined,
  earlyHelpStarted,
  earlyHelpEnded,
  steppedUp,
] as const
