import { act, record, refuse } from '../act/index.js'
import { byId } from '../child/index.js'
import { endsReferral, entered, referralOutcome } from '../codes/index.js'
import { happened } from '../event/event.js'
import { code, needed, optional, without, words } from '../fields/index.js'
import { stepDownProposed } from '../step/events.js'
import { refusedWhileOpen } from './open.js'
import * as events from './events.js'

export const receiveReferral = act({
  name: 'receive-referral',
  label: 'Record a referral',
  hint: 'One that comes as a referral. A contact becomes one by the decision on the contact',
  records: [events.referralReceived],
  fields: {
    ...without(events.referralReceived.fields, 'referral', 'contact', 'earlyHelp'),
    concern: needed(events.referralReceived.fields.concern),
  },
  decide(input, { child, newId }) {
    const refused = refusedWhileOpen(child, 'Record what is new as a contact: it goes to the worker of that case.')
    if (refused) return refused
    return record(happened(events.referralReceived, { referral: newId(), ...input }))
  },
})

export const decideReferral = act({
  name: 'decide-referral',
  label: 'Decide on a referral',
  records: [events.referralDecided, stepDownProposed],
  fields: {
    referral: events.referralDecided.fields.referral,
    outcome: code(entered(referralOutcome)),
    need: events.referralDecided.fields.need,
    reason: needed(events.referralDecided.fields.reason),
    actions: optional(
      words('What early help is asked to do', { hint: 'For a step-down: it becomes the early help plan' }),
    ),
  },
  decide({ actions, ...input }, { child, newId }) {
    const ends = endsReferral(input.outcome)
    const need = input.need ?? byId(child.referrals, input.referral)?.need
    if (!ends && !need)
      return refuse(
        'need-missing',
        'Select the primary need: a referral that goes on must have one.',
        'need',
        'CIN census rule 8610',
      )
    const decided = happened(events.referralDecided, { ...input, need: ends ? input.need : need })
    if (input.outcome !== 'STEP_DOWN_EH') return record(decided)
    if (!actions) return refuse('actions-missing', 'Enter what early help is asked to do.', 'actions')
    const { referral, reason } = input
    return record(decided, happened(stepDownProposed, { stepDown: newId(), referral, actions, reason }))
  },
})

export const allocateCase = act({
  name: 'allocate-case',
  label: 'Allocate a case to a worker',
  records: [events.caseAllocated],
  fields: events.caseAllocated.fields,
  decide: (input) => record(happened(events.caseAllocated, input)),
})

export const reallocateCase = act({
  name: 'reallocate-case',
  label: 'Give a case to another worker',
  records: [events.caseReallocated],
  fields: events.caseReallocated.fields,
  decide(input, { child }) {
    const holder = byId(child.referrals, input.referral)?.allocated
    if (holder?.to === input.to && holder.team === input.team)
      return refuse('same-worker', `The case is already with ${input.to}. Enter another worker.`, 'to')
    return record(happened(events.caseReallocated, input))
  },
})

export const referralActs = [receiveReferral, decideReferral, allocateCase, reallocateCase] as const
