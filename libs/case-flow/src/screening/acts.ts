import { agencyOf } from '@front-door/policy'
import { type Decision, type Facts, act, record, refuse } from '../act/index.js'
import { byId } from '../child/index.js'
import { agency } from '../codes/index.js'
import { happened } from '../event/event.js'
import { without } from '../fields/index.js'
import * as events from './events.js'

export const startScreening = act({
  name: 'start-screening',
  label: 'Start screening',
  records: [events.screeningStarted],
  fields: events.screeningStarted.fields,
  decide: (input) => record(happened(events.screeningStarted, input)),
})

export const ratePriority = act({
  name: 'rate-priority',
  label: 'Rate the priority',
  hint: 'Red, amber or green; each has its own time limit for the decision',
  records: [events.priorityRated],
  fields: events.priorityRated.fields,
  decide: (input) => record(happened(events.priorityRated, input)),
})

export const requestInformation = act({
  name: 'request-information',
  label: 'Ask a partner for information',
  records: [events.informationRequested],
  fields: without(events.informationRequested.fields, 'request'),
  decide: (input, { newId }) => record(happened(events.informationRequested, { request: newId(), ...input })),
})

export const receiveInformation = act({
  name: 'receive-information',
  label: 'Record the information a partner sent',
  records: [events.informationReceived],
  fields: events.informationReceived.fields,
  decide: (input, facts) => notTheirs(input.request, facts) ?? record(happened(events.informationReceived, input)),
})

export const informationNotReceivedAct = act({
  name: 'information-not-received',
  label: 'Record that a partner did not answer',
  records: [events.informationNotReceived],
  fields: events.informationNotReceived.fields,
  decide: (input, facts) => notTheirs(input.request, facts) ?? record(happened(events.informationNotReceived, input)),
})

export const recordConsent = act({
  name: 'record-consent',
  label: 'Record the consent position',
  records: [events.consentRecorded],
  fields: events.consentRecorded.fields,
  decide(input) {
    if ((input.consent === 'REFUSED' || input.consent === 'NOT_NEEDED') && !input.reason)
      return refuse('reason-needed', 'Enter why consent was refused, or why it is not needed.', 'reason')
    return record(happened(events.consentRecorded, input))
  },
})

export const recordVoice = act({
  name: 'record-voice',
  label: "Record the child's voice",
  hint: 'If this child could talk, what might they say? An unborn child has a voice here too',
  records: [events.childVoiceRecorded],
  fields: events.childVoiceRecorded.fields,
  decide(input, { child }) {
    if (input.how === 'UNBORN' && child.person.stage !== 'unborn')
      return refuse('not-unborn', 'This child has been born. Select another way of hearing the child.', 'how')
    if (input.how !== 'UNBORN' && child.person.stage === 'unborn')
      return refuse('unborn', 'This child is not yet born. Select UNBORN.', 'how')
    return record(happened(events.childVoiceRecorded, input))
  },
})

export const concludeScreening = act({
  name: 'conclude-screening',
  label: 'Conclude the screening',
  records: [events.screeningConcluded],
  fields: events.screeningConcluded.fields,
  decide: (input) => record(happened(events.screeningConcluded, input)),
})

/** A partner answers for the agency of their own team. The council's own people write down what any agency told them. */
function notTheirs(request: string, { child, worker, policy }: Facts): Decision<never> | undefined {
  const asked = byId(child.requests, request)?.agency
  if (worker.role !== 'partner' || asked === undefined || asked === agencyOf(policy, worker)) return undefined
  return refuse('other-agency', `This was asked of another agency than yours: ${agency.labelOf(asked)}.`, 'request')
}

export const screeningActs = [
  startScreening,
  ratePriority,
  requestInformation,
  receiveInformation,
  informationNotReceivedAct,
  recordConsent,
  recordVoice,
  concludeScreening,
] as const
