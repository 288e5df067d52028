import { agency, consent, priority, voiceHow } from '../codes/index.js'
import { event } from '../event/event.js'
import { code, reference, sometimes, words, yesNo } from '../fields/index.js'

export const about = reference(['contact', 'referral'], 'Contact or referral')

export const screeningStarted = event('ScreeningStarted', { about })

export const priorityRated = event('PriorityRated', {
  about,
  priority: code(priority),
  reason: words('Reason for the priority'),
})

export const informationRequested = event('InformationRequested', {
  request: reference('request', 'Request'),
  about,
  agency: code(agency),
  asked: words('What was asked'),
})

export const informationReceived = event('InformationReceived', {
  request: reference('request', 'Request'),
  reply: words('What came back'),
})

export const informationNotReceived = event('InformationNotReceived', {
  request: reference('request', 'Request'),
  reason: words('Why the decision does not wait for it'),
})

export const consentRecorded = event('ConsentRecorded', {
  about,
  consent: code(consent),
  reason: sometimes(words('Why'), 'Needed where consent was refused or is not needed'),
})

export const childVoiceRecorded = event('ChildVoiceRecorded', {
  about: reference(['contact', 'referral', 'assessment', 'section47'], 'What it is about'),
  how: code(voiceHow),
  voice: words("The child's views, wishes and feelings"),
})

export const screeningConcluded = event('ScreeningConcluded', {
  about,
  historyConsidered: yesNo('The history was considered'),
  analysis: words('Analysis and recommendation'),
})

export const screeningEvents = [
  screeningStarted,
  priorityRated,
  informationRequested,
  informationReceived,
  informationNotReceived,
  consentRecorded,
  childVoiceRecorded,
  screeningConcluded,
] as const
