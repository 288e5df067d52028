import type { ItemKind } from '../fields/index.js'

/** What people call each kind of item. */
export const kindNames: Readonly<Record<ItemKind, string>> = {
  contact: 'contact',
  consultation: 'consultation',
  request: 'request for information',
  referral: 'referral',
  assessment: 'assessment',
  discussion: 'strategy discussion',
  section47: 'section 47 enquiry',
  conference: 'conference',
  protectionPlan: 'child protection plan',
  cinPlan: 'child in need plan',
  stepDown: 'step-down',
  earlyHelp: 'early help',
}

/** What people say of an item in a stage: the contact *has been received*. */
export const stageNames: Readonly<Record<string, string>> = {
  received: 'received',
  screening: 'in screening',
  decided: 'decided',
  given: 'given',
  asked: 'waiting for an answer',
  'not-received': 'unanswered',
  open: 'open',
  closed: 'closed',
  started: 'under way',
  completed: 'complete',
  returned: 'returned to its author',
  authorised: 'authorised',
  held: 'held',
  'awaiting-conference': 'waiting for its conference',
  ended: 'ended',
  proposed: 'proposed',
  accepted: 'accepted',
  declined: 'declined',
}
