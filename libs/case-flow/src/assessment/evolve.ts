import { type Assessment, type Child, type Evolves, change } from '../child/index.js'
import type { assessmentEvents } from './events.js'

export const assessmentEvolves: Evolves<typeof assessmentEvents> = {
  AssessmentStarted: (child, { data, occurredAt, worker }) => ({
    assessments: [
      ...child.assessments,
      {
        id: data.assessment,
        stage: 'started',
        openedAt: occurredAt,
        since: occurredAt,
        referral: data.referral,
        authors: [worker.id],
        reviews: [],
        factors: data.factors ?? [],
        written: [],
      },
    ],
  }),

  ChildSeen: (child, { data, occurredAt, worker }) => ({
    sightings: [...child.sightings, { about: data.about, at: occurredAt, worker: worker.id, alone: data.alone }],
  }),

  AssessmentReviewed: (child, { data, occurredAt }) =>
    assessed(child, data.assessment, (assessment) => ({ reviews: [...assessment.reviews, occurredAt] })),

  AssessmentCompleted: (child, { data, said, occurredAt, worker }) =>
    assessed(child, data.assessment, (assessment) => ({
      stage: 'completed',
      since: occurredAt,
      completedAt: occurredAt,
      outcome: data.outcome,
      factors: data.factors,
      written: said,
      authors: assessment.authors.includes(worker.id) ? assessment.authors : [...assessment.authors, worker.id],
    })),

  AssessmentAuthorised: (child, { data, occurredAt }) =>
    assessed(child, data.assessment, () => ({ stage: 'authorised', since: occurredAt, authorisedAt: occurredAt })),

  AssessmentReturned: (child, { data, occurredAt }) =>
    assessed(child, data.assessment, () => ({ stage: 'returned', since: occurredAt })),

  SafetyPlanShared: (child, { data, occurredAt, worker }) => ({
    safetyPlans: [...child.safetyPlans, { about: data.about, at: occurredAt, worker: worker.id }],
  }),
}

function assessed(child: Child, id: string, to: (assessment: Assessment) => Partial<Assessment>): Partial<Child> {
  return { assessments: change(child.assessments, id, to) }
}
