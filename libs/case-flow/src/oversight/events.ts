import { closureReason, oversightView } from '../codes/index.js'
import { event } from '../event/event.js'
import { changes, code, optional, reference, text, words, yesNo } from '../fields/index.js'
import { itemKinds } from '../child/index.js'

export const about = reference(itemKinds, 'What it is about')

export const managementOversightRecorded = event('ManagementOversightRecorded', {
  about,
  view: code(oversightView),
  rationale: words('Rationale'),
})

/** A correction stands beside what it corrects: from here on the earlier event is read with `changed`, or not at all. `null` empties an entry. */
export const decisionCorrected = event('DecisionCorrected', {
  event: text('Event that was wrong'),
  changed: optional(changes('What it should have said')),
  withdrawn: optional(yesNo('It was recorded by mistake')),
  /** JSON of the corrected words, by field. */
  instead: optional(words('What the words should have said', { max: 200_000 })),
  reason: words('Reason for the correction'),
})

/** The reason of an urgent act that was recorded without one. */
export const reasonGiven = event('ReasonGiven', {
  event: text('Event it explains'),
  reason: words('Reason for the decision'),
})

export const timescaleMissed = event('TimescaleMissed', {
  clock: text('Timescale'),
  about,
  reason: words('Why it was missed'),
})

export const caseClosed = event('CaseClosed', {
  referral: reference('referral', 'Referral'),
  closure: code(closureReason),
  /** Imported history: a reason for closure without a date closes nothing (rule 8810). */
  dateUnknown: optional(yesNo('The day of the closure is not known')),
  reason: optional(words('Reason for closing')),
})

export const oversightEvents = [
  managementOversightRecorded,
  decisionCorrected,
  reasonGiven,
  timescaleMissed,
  caseClosed,
] as const
