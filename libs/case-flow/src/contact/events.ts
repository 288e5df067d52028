import { consultationFollowUp, contactOutcome, contactSource, method, primaryNeed } from '../codes/index.js'
import { event } from '../event/event.js'
import { children, code, optional, reference, text, words, yesNo } from '../fields/index.js'

/** Where it came from, in the same words for a contact, a consultation and a referral. */
export const origin = {
  source: code(contactSource, 'Source'),
  agency: optional(text('Agency or school', { hint: 'The organisation, not the person' })),
  domesticAbuse: optional(yesNo('Domestic abuse is a concern')),
  outOfHours: optional(yesNo('Received out of hours (EDT)')),
  need: optional(code(primaryNeed, 'Need as presented')),
}

export const contactReceived = event('ContactReceived', {
  contact: reference('contact', 'Contact'),
  ...origin,
  method: optional(code(method, 'How it was received')),
  /** The children the same contact was about. */
  together: optional(children('Other children')),
  /** The case that was open when it came: then it is for the allocated worker. */
  openCase: optional(reference('referral', 'Open case')),
  concern: words('What we were told'),
  referrerName: optional(words('Name of the referrer', { max: 200 })),
  referrerContact: optional(words('How to reach the referrer', { max: 200 })),
})

export const consultationGiven = event('ConsultationGiven', {
  consultation: reference('consultation', 'Consultation'),
  ...origin,
  followUp: code(consultationFollowUp),
  question: words('Advice and support asked for'),
  advice: words('Advice and support given'),
})

export const contactDecided = event('ContactDecided', {
  contact: reference('contact', 'Contact'),
  outcome: code(contactOutcome),
  reason: optional(words('Reason for the decision')),
})

export const referrerInformed = event('ReferrerInformed', {
  about: reference(['contact', 'referral'], 'Contact or referral'),
  method: optional(code(method, 'How the referrer was told')),
  told: words('What the referrer was told'),
})

export const contactEvents = [contactReceived, consultationGiven, contactDecided, referrerInformed] as const
