import { type Moment, isBefore } from '@front-door/calendar'
import { type Evolves, type ProtectionPlan, change } from '../child/index.js'
import type { protectionEvents } from './events.js'

export const protectionEvolves: Evolves<typeof protectionEvents> = {
  StrategyDiscussionHeld: (child, { id, type, data, said, occurredAt, worker }) => ({
    discussions: [
      ...child.discussions,
      {
        id: data.discussion,
        stage: 'held',
        openedAt: occurredAt,
        since: occurredAt,
        about: data.about,
        outcome: data.outcome,
      },
    ],
    unexplained:
      said.includes('reason') || worker.role === 'import'
        ? child.unexplained
        : [...child.unexplained, { event: id, type, at: occurredAt }],
  }),

  Section47Started: (child, { data, occurredAt }) => ({
    section47s: [
      ...child.section47s,
      { id: data.section47, stage: 'started', openedAt: occurredAt, since: occurredAt, referral: data.referral },
    ],
  }),

  Section47Concluded: (child, { data, occurredAt }) => ({
    section47s: change(child.section47s, data.section47, (enquiry) => ({
      stage: data.outcome === 'ICPC' && !enquiry.conferenceAt ? 'awaiting-conference' : 'ended',
      since: occurredAt,
      outcome: data.outcome,
      conferenceNotRequired: data.outcome !== 'ICPC',
    })),
  }),

  ConferenceHeld: (child, { data, occurredAt }) => ({
    conferences: [
      ...child.conferences,
      {
        id: data.conference,
        stage: 'held',
        openedAt: occurredAt,
        since: occurredAt,
        referral: data.referral,
        kind: data.kind,
        section47: data.section47,
        outcome: data.outcome,
      },
    ],
    section47s: data.section47
      ? change(child.section47s, data.section47, () => ({
          stage: 'ended',
          since: occurredAt,
          conferenceAt: occurredAt,
        }))
      : child.section47s,
  }),

  ProtectionPlanStarted: (child, { data, occurredAt }) => ({
    protectionPlans: [
      ...child.protectionPlans,
      {
        id: data.plan,
        stage: 'open',
        openedAt: occurredAt,
        since: occurredAt,
        referral: data.referral,
        conference: data.conference,
        category: data.category,
        latestCategory: data.latestCategory ?? data.category,
        previousPlans: data.previousPlans,
        carriedOver: data.carriedOver ?? false,
        reviews: [],
      },
    ],
  }),

  ProtectionPlanReviewed: (child, { data, occurredAt }) => ({
    protectionPlans: change(child.protectionPlans, data.plan, (plan) => ({
      reviews: [...plan.reviews, occurredAt],
      ...latestCategory(plan, data.category, occurredAt),
    })),
  }),

  ProtectionPlanEnded: (child, { data, occurredAt }) => ({
    protectionPlans: change(child.protectionPlans, data.plan, () => ({
      stage: 'ended',
      since: occurredAt,
      endedAt: occurredAt,
    })),
  }),
}

/** A review that is recorded late does not undo what a newer one said. */
function latestCategory(plan: ProtectionPlan, category: string | undefined, at: Moment): Partial<ProtectionPlan> {
  const isOlder = plan.categoryAt !== undefined && isBefore(at, plan.categoryAt)
  return category === undefined || isOlder ? {} : { latestCategory: category, categoryAt: at }
}
