import { act, record } from '../act/index.js'
import { happened } from '../event/event.js'
import { needed, without } from '../fields/index.js'
import * as events from './events.js'

export const startCinPlan = act({
  name: 'start-cin-plan',
  label: 'Start a child in need plan',
  records: [events.cinPlanStarted],
  fields: { ...without(events.cinPlanStarted.fields, 'plan'), agreed: needed(events.cinPlanStarted.fields.agreed) },
  decide: (input, { newId }) => record(happened(events.cinPlanStarted, { plan: newId(), ...input })),
})

export const reviewCinPlan = act({
  name: 'review-cin-plan',
  label: 'Record the review of a child in need plan',
  hint: 'Where the review ends the plan, the plan ends that day',
  records: [events.cinPlanReviewed, events.cinPlanEnded],
  fields: { ...events.cinPlanReviewed.fields, reason: needed(events.cinPlanReviewed.fields.reason) },
  decide(input) {
    const reviewed = happened(events.cinPlanReviewed, input)
    if (input.outcome === 'CONTINUE') return record(reviewed)
    return record(reviewed, happened(events.cinPlanEnded, { plan: input.plan, ending: 'NO_LONGER_NEEDED' }))
  },
})

export const endCinPlan = act({
  name: 'end-cin-plan',
  label: 'End a child in need plan',
  records: [events.cinPlanEnded],
  fields: { ...events.cinPlanEnded.fields, reason: needed(events.cinPlanEnded.fields.reason) },
  decide: (input) => record(happened(events.cinPlanEnded, input)),
})

export const makeVisit = act({
  name: 'make-visit',
  label: 'Record a visit under a plan',
  records: [events.planVisitMade],
  fields: events.planVisitMade.fields,
  decide: (input) => record(happened(events.planVisitMade, input)),
})

export const needActs = [startCinPlan, reviewCinPlan, endCinPlan, makeVisit] as const
