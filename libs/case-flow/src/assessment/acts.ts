import { act, record, refuse } from '../act/index.js'
import { byId } from '../child/index.js'
import { assessmentOutcome, entered, reviewOutcome } from '../codes/index.js'
import { happened } from '../event/event.js'
import { code, needed, without } from '../fields/index.js'
import * as events from './events.js'

export const startAssessment = act({
  name: 'start-assessment',
  label: 'Start an assessment',
  records: [events.assessmentStarted],
  fields: without(events.assessmentStarted.fields, 'assessment', 'factors'),
  decide: (input, { newId }) => record(happened(events.assessmentStarted, { assessment: newId(), ...input })),
})

export const seeChild = act({
  name: 'see-child',
  label: 'Record that the child was seen',
  records: [events.childSeen],
  fields: events.childSeen.fields,
  decide: (input) => record(happened(events.childSeen, input)),
})

export const reviewAssessment = act({
  name: 'review-assessment',
  label: 'Review an assessment under way',
  hint: "A manager's review, after 10 and 20 working days",
  records: [events.assessmentReviewed],
  fields: {
    ...events.assessmentReviewed.fields,
    outcome: code(entered(reviewOutcome)),
    note: needed(events.assessmentReviewed.fields.note),
  },
  decide: (input) => record(happened(events.assessmentReviewed, input)),
})

export const completeAssessment = act({
  name: 'complete-assessment',
  label: 'Complete an assessment',
  hint: 'It then goes to a manager to be authorised',
  records: [events.assessmentCompleted],
  fields: {
    ...events.assessmentCompleted.fields,
    outcome: code(entered(assessmentOutcome)),
    analysis: needed(events.assessmentCompleted.fields.analysis),
  },
  decide(input) {
    if (input.factors.includes('21') && input.factors.length > 1)
      return refuse(
        'no-factors-alone',
        'Select either 21 or the factors identified, not both.',
        'factors',
        'CIN census rule 8869',
      )
    if (input.factors.includes('21') && input.outcome !== 'NFA' && input.outcome !== 'STEP_DOWN_EH')
      return refuse(
        'no-factors-no-action',
        '21 (no factors) is only for an assessment that ends in no further action or a step-down. Select the factors.',
        'factors',
        'CIN census rule 8873Q',
      )
    return record(happened(events.assessmentCompleted, input))
  },
})

export const authoriseAssessment = act({
  name: 'authorise-assessment',
  label: 'Authorise an assessment',
  records: [events.assessmentAuthorised],
  fields: events.assessmentAuthorised.fields,
  decide(input, { child, worker }) {
    if (byId(child.assessments, input.assessment)?.authors.includes(worker.id))
      return refuse(
        'own-assessment',
        'You worked on this assessment, so you cannot authorise it. Ask another manager to authorise it.',
        'assessment',
        'Needs N6',
      )
    return record(happened(events.assessmentAuthorised, input))
  },
})

export const returnAssessment = act({
  name: 'return-assessment',
  label: 'Return an assessment to its author',
  records: [events.assessmentReturned],
  fields: events.assessmentReturned.fields,
  decide: (input) => record(happened(events.assessmentReturned, input)),
})

export const shareSafetyPlan = act({
  name: 'share-safety-plan',
  label: 'Record that the immediate safety plan was written and shared',
  records: [events.safetyPlanShared],
  fields: events.safetyPlanShared.fields,
  decide: (input) => record(happened(events.safetyPlanShared, input)),
})

export const assessmentActs = [
  startAssessment,
  seeChild,
  reviewAssessment,
  completeAssessment,
  authoriseAssessment,
  returnAssessment,
  shareSafetyPlan,
] as const
