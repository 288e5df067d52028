import type { Act, InputTo } from '../act/index.js'
import { assessmentActs } from '../assessment/acts.js'
import { contactActs } from '../contact/acts.js'
import { itemKinds } from '../child/index.js'
import { needActs } from '../need/acts.js'
import { oversightActs } from '../oversight/acts.js'
import { personActs } from '../person/acts.js'
import { protectionActs } from '../protection/acts.js'
import { referralActs } from '../referral/acts.js'
import { screeningActs } from '../screening/acts.js'
import { stepActs } from '../step/acts.js'
import { type Row, type Stages, onceRegistered, row } from './row.js'
import {
  allocated,
  assessing,
  informed,
  noConferenceDue,
  noLongerAsked,
  notForEarlyHelp,
  nothingUnexplained,
  planned,
  steppingDown,
  unallocated,
  unfinished,
  unfinishedWhereOpen,
} from './unless.js'

const acts = {
  ...byName(personActs),
  ...byName(contactActs),
  ...byName(screeningActs),
  ...byName(referralActs),
  ...byName(assessmentActs),
  ...byName(protectionActs),
  ...byName(needActs),
  ...byName(stepActs),
  ...byName(oversightActs),
}

export type ActName = keyof typeof acts
export type InputOfAct<N extends ActName> = InputTo<(typeof acts)[N]>

const anyone = ['unregistered', ...onceRegistered] as const
const undecided: Stages = { contact: ['received', 'screening'], referral: ['received', 'screening'] }
const matter: Stages = { contact: ['received', 'screening'], referral: ['received', 'screening', 'open'] }
const assessed: Stages = { assessment: ['started', 'returned'] }
const anything: Stages = Object.fromEntries(itemKinds.map((kind) => [kind, undefined]))
const toDecide = ['priority', 'history', 'partner-information', 'consent', 'voice'] as const
const priorities = ['priorityRed', 'priorityAmber', 'priorityGreen'] as const

/**
 * The flow. Guards, what can happen next and by when, the board, the API's refusals and the picture in the docs are
 * all read from these lines; who may do each act is in the policy.
 */
const lines: { readonly [N in ActName]: Omit<Row, 'act'> } = {
  'register-person': { child: ['unregistered'] },
  'register-unborn': { child: ['unregistered'] },
  'record-birth': { child: ['unborn'] },
  'record-death': { child: ['unborn', 'living'], always: true },
  'correct-person-details': { always: true },
  'relate-person': { always: true },
  'merge-person': { always: true },
  'restrict-record': { always: true },
  'lift-restriction': { always: true, evenRestricted: true },
  'open-in-emergency': { always: true, evenRestricted: true },
  'end-emergency-opening': { always: true },

  'receive-contact': { child: anyone, opens: { contact: ['received'] }, always: true, evenRestricted: true },
  'give-consultation': { child: anyone, opens: { consultation: ['given'] }, always: true, evenRestricted: true },
  'decide-contact': {
    on: { contact: ['received', 'screening'] },
    to: { contact: ['decided'] },
    opens: { referral: ['received'] },
    stops: ['contactDecision', ...priorities],
    asks: toDecide,
  },
  'inform-referrer': {
    on: { contact: ['decided'], referral: ['received', 'screening', 'open', 'closed'] },
    stops: ['referrerInformed'],
    done: informed,
  },

  'start-screening': {
    on: { contact: ['received'], referral: ['received'] },
    to: { contact: ['screening'], referral: ['screening'] },
  },
  'rate-priority': { on: undecided },
  'request-information': { on: matter, opens: { request: ['asked'] } },
  'receive-information': {
    on: { request: ['asked', 'not-received'] },
    to: { request: ['received'] },
    stops: ['informationReply'],
    done: noLongerAsked,
  },
  'information-not-received': {
    on: { request: ['asked'] },
    to: { request: ['not-received'] },
    stops: ['informationReply'],
    done: noLongerAsked,
  },
  'record-consent': { on: matter },
  'record-voice': {
    on: { ...matter, assessment: ['started', 'returned', 'completed'], section47: ['started', 'awaiting-conference'] },
  },
  'conclude-screening': {
    on: { contact: ['screening'], referral: ['screening'] },
    asks: ['priority', 'partner-information', 'consent', 'voice'],
  },

  'receive-referral': { opens: { referral: ['received'] }, always: true },
  'decide-referral': {
    on: { referral: ['received', 'screening'] },
    to: { referral: ['open', 'closed'] },
    opens: { stepDown: ['proposed'] },
    stops: ['referralDecision', ...priorities],
    asks: toDecide,
  },
  'allocate-case': { on: { referral: ['open'] }, stops: ['allocation'], unless: allocated },
  'reallocate-case': { on: { referral: ['open'] }, unless: unallocated },

  'start-assessment': { on: { referral: ['open'] }, opens: { assessment: ['started'] }, unless: assessing },
  'see-child': {
    on: {
      referral: ['open'],
      assessment: ['started', 'returned', 'completed'],
      section47: ['started', 'awaiting-conference'],
    },
    stops: ['childSeen', 'childSeenSection47'],
  },
  'review-assessment': { on: assessed, stops: ['assessmentReview10', 'assessmentReview20'] },
  'complete-assessment': { on: assessed, to: { assessment: ['completed'] }, asks: ['child-seen', 'voice', 'consent'] },
  'authorise-assessment': {
    on: { assessment: ['completed'] },
    to: { assessment: ['authorised'] },
    stops: ['assessment', 'assessmentFromReferral'],
    asks: [
      'child-seen',
      'assessment-history',
      'assessment-partners',
      'assessment-risk',
      'assessment-strengths',
      'assessment-equalities',
      'assessment-family',
      'assessment-voice',
    ],
  },
  'return-assessment': { on: { assessment: ['completed'] }, to: { assessment: ['returned'] } },
  'share-safety-plan': {
    on: {
      ...matter,
      assessment: ['started', 'returned', 'completed'],
      discussion: ['held'],
      section47: ['started', 'awaiting-conference'],
    },
  },

  'hold-strategy-discussion': { on: matter, opens: { discussion: ['held'], section47: ['started'] }, urgent: true },
  'conclude-section-47': {
    on: { section47: ['started'] },
    to: { section47: ['awaiting-conference', 'ended'] },
    asks: ['child-seen', 'safety-plan', 'oversight'],
    urgent: true,
  },
  'hold-conference': {
    on: { referral: ['open'] },
    opens: { conference: ['held'], protectionPlan: ['open'] },
    stops: ['conference', 'transferInConference'],
    unless: noConferenceDue,
  },
  'review-protection-plan': {
    on: { protectionPlan: ['open'] },
    to: { protectionPlan: ['open', 'ended'] },
    stops: ['protectionPlanFirstReview', 'protectionPlanReview'],
  },
  'end-protection-plan': { on: { protectionPlan: ['open'] }, to: { protectionPlan: ['ended'] } },

  'start-cin-plan': { on: { referral: ['open'] }, opens: { cinPlan: ['open'] }, unless: planned },
  'review-cin-plan': { on: { cinPlan: ['open'] }, to: { cinPlan: ['open', 'ended'] }, stops: ['cinPlanReview'] },
  'end-cin-plan': { on: { cinPlan: ['open'] }, to: { cinPlan: ['ended'] } },
  'make-visit': { on: { cinPlan: ['open'], protectionPlan: ['open'] }, stops: ['cinVisit', 'protectionVisit'] },

  'propose-step-down': {
    on: { referral: ['open'] },
    opens: { stepDown: ['proposed'] },
    asks: ['oversight', 'consent', 'voice'],
    unless: steppingDown,
  },
  'accept-step-down': {
    on: { stepDown: ['proposed'] },
    to: { stepDown: ['accepted'], referral: ['closed'] },
    opens: { earlyHelp: ['open'] },
    stops: ['stepDownAnswer'],
    asks: ['oversight'],
    unless: unfinishedWhereOpen,
  },
  'decline-step-down': { on: { stepDown: ['proposed'] }, to: { stepDown: ['declined'] }, stops: ['stepDownAnswer'] },
  'start-early-help': { on: { contact: ['decided'] }, opens: { earlyHelp: ['open'] }, unless: notForEarlyHelp },
  'end-early-help': { on: { earlyHelp: ['open'] }, to: { earlyHelp: ['ended'] } },
  'step-up': { on: { earlyHelp: ['open'] }, to: { earlyHelp: ['ended'] }, opens: { referral: ['received'] } },

  'record-oversight': { on: anything, always: true },
  'give-reason': { unless: nothingUnexplained },
  'correct-decision': { child: [...onceRegistered, 'merged'], always: true },
  'record-missed-timescale': { on: anything, always: true },
  'close-case': {
    on: { referral: ['open'] },
    to: { referral: ['closed'] },
    asks: ['voice', 'oversight'],
    unless: unfinished,
  },
}

export const flow = Object.fromEntries(
  (Object.keys(lines) as ActName[]).map((name) => [name, row<Act>(acts[name] as Act, lines[name])]),
) as { readonly [N in ActName]: Row }

export const actNames = Object.keys(flow) as readonly ActName[]

export function isActName(name: string): name is ActName {
  return Object.hasOwn(flow, name)
}

function byName<const A extends readonly { readonly name: string }[]>(list: A) {
  return Object.fromEntries(list.map((each) => [each.name, each])) as {
    [N in A[number]['name']]: Extract<A[number], { name: N }>
  }
}
