import { act, record, refuse } from '../act/index.js'
import { type Child, byId } from '../child/index.js'
import { contactSource, earlyHelpEndReason } from '../codes/index.js'
import { happened } from '../event/event.js'
import { code, needed, optional, words } from '../fields/index.js'
import { caseClosed } from '../oversight/events.js'
import { referralReceived } from '../referral/events.js'
import { refusedWhileOpen } from '../referral/open.js'
import * as events from './events.js'

const { organisation, lead, plan } = events.earlyHelpStarted.fields

export const proposeStepDown = act({
  name: 'propose-step-down',
  label: 'Propose a step-down to early help',
  hint: 'Early help accepts or declines. When it accepts, the case closes and the actions become the early help plan',
  records: [events.stepDownProposed],
  fields: {
    referral: events.stepDownProposed.fields.referral,
    actions: needed(events.stepDownProposed.fields.actions),
    reason: needed(events.stepDownProposed.fields.reason),
  },
  decide: (input, { newId }) => record(happened(events.stepDownProposed, { stepDown: newId(), ...input })),
})

export const acceptStepDown = act({
  name: 'accept-step-down',
  label: 'Accept a step-down',
  records: [events.stepDownAccepted, events.earlyHelpStarted, caseClosed],
  fields: {
    stepDown: events.stepDownAccepted.fields.stepDown,
    organisation,
    lead: needed(lead),
    plan: optional(words('Changes to the plan', { hint: 'The closure actions are carried over as they are' })),
    comment: events.stepDownAccepted.fields.comment,
  },
  decide({ comment, ...input }, { child, worker, newId }) {
    const { stepDown } = input
    const proposal = byId(child.stepDowns, stepDown)
    if (proposal?.proposedBy === worker.id)
      return refuse(
        'own-step-down',
        'You proposed this step-down, so you cannot accept it. Ask a colleague in early help.',
        'stepDown',
        'Needs N8',
      )
    const referral = proposal?.referral ?? ''
    const accepted = [
      happened(events.stepDownAccepted, { stepDown, comment }),
      happened(events.earlyHelpStarted, { earlyHelp: newId(), ...input }),
    ]
    if (byId(child.referrals, referral)?.stage !== 'open') return record(...accepted)
    return record(...accepted, happened(caseClosed, { referral, closure: closureToEarlyHelp(child, referral) }))
  },
})

export const declineStepDown = act({
  name: 'decline-step-down',
  label: 'Decline a step-down',
  hint: 'The case stays open',
  records: [events.stepDownDeclined],
  fields: events.stepDownDeclined.fields,
  decide: (input) => record(happened(events.stepDownDeclined, input)),
})

export const startEarlyHelp = act({
  name: 'start-early-help',
  label: 'Start early help after a contact',
  records: [events.earlyHelpStarted],
  fields: {
    contact: needed(events.earlyHelpStarted.fields.contact),
    organisation,
    lead: needed(lead),
    plan: needed(plan),
  },
  decide: (input, { newId }) => record(happened(events.earlyHelpStarted, { earlyHelp: newId(), ...input })),
})

export const endEarlyHelp = act({
  name: 'end-early-help',
  label: 'End early help',
  records: [events.earlyHelpEnded],
  fields: {
    earlyHelp: events.earlyHelpEnded.fields.earlyHelp,
    ending: code(earlyHelpEndReason),
    reason: needed(events.earlyHelpEnded.fields.reason),
  },
  decide(input) {
    if (input.ending === 'STEP_UP')
      return refuse('use-step-up', 'Use step-up: it ends early help and makes the referral.', 'ending')
    return record(happened(events.earlyHelpEnded, input))
  },
})

export const stepUp = act({
  name: 'step-up',
  label: "Step up from early help to children's social care",
  hint: 'Early help ends, a referral is received, and what early help did and learned goes with it',
  records: [events.steppedUp, events.earlyHelpEnded, referralReceived],
  fields: {
    earlyHelp: events.steppedUp.fields.earlyHelp,
    source: optional(code(contactSource, 'Source', { hint: '5D, early help, unless another is given' })),
    concern: words('Why social care is needed now'),
    carriedForward: needed(events.steppedUp.fields.carriedForward),
  },
  decide({ earlyHelp, concern, carriedForward, source = '5D' }, { child, newId }) {
    const refused = refusedWhileOpen(child, 'Record what is new as a contact: it goes to the worker of that case.')
    if (refused) return refused
    const referral = newId()
    return record(
      happened(events.earlyHelpEnded, { earlyHelp, ending: 'STEP_UP', reason: concern }),
      happened(referralReceived, { referral, source, earlyHelp, concern }),
      happened(events.steppedUp, { earlyHelp, referral, carriedForward }),
    )
  },
})

export const stepActs = [
  proposeStepDown,
  acceptStepDown,
  declineStepDown,
  startEarlyHelp,
  endEarlyHelp,
  stepUp,
] as const

/** RC9 is for cases closed after assessment only; with an enquiry, a conference or a plan it is RC7 (rule 2990). */
function closureToEarlyHelp(child: Child, referral: string): 'RC7' | 'RC9' {
  const within = (items: readonly { readonly referral: string }[]) => items.some((item) => item.referral === referral)
  const more = [child.section47s, child.conferences, child.protectionPlans, child.cinPlans].some(within)
  return within(child.assessments) && !more ? 'RC9' : 'RC7'
}
