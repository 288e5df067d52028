import { type Evolves, change } from '../child/index.js'
import type { needEvents } from './events.js'

export const needEvolves: Evolves<typeof needEvents> = {
  CinPlanStarted: (child, { data, occurredAt }) => ({
    cinPlans: [
      ...child.cinPlans,
      { id: data.plan, stage: 'open', openedAt: occurredAt, since: occurredAt, referral: data.referral, reviews: [] },
    ],
  }),

  CinPlanReviewed: (child, { data, occurredAt }) => ({
    cinPlans: change(child.cinPlans, data.plan, (plan) => ({ reviews: [...plan.reviews, occurredAt] })),
  }),

  CinPlanEnded: (child, { data, occurredAt }) => ({
    cinPlans: change(child.cinPlans, data.plan, () => ({ stage: 'ended', since: occurredAt, endedAt: occurredAt })),
  }),

  PlanVisitMade: (child, { data, occurredAt, worker }) => ({
    visits: [...child.visits, { about: data.plan, at: occurredAt, worker: worker.id, seen: data.seen }],
  }),
}
