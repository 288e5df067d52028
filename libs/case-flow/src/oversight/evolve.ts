import { type Evolves, change } from '../child/index.js'
import type { oversightEvents } from './events.js'

export const oversightEvolves: Evolves<typeof oversightEvents> = {
  ManagementOversightRecorded: (child, { data, occurredAt, worker }) => ({
    oversights: [...child.oversights, { about: data.about, at: occurredAt, worker: worker.id }],
  }),

  /** What it corrects is folded again as corrected (history/fold.ts); here only that there was a correction. */
  DecisionCorrected: (child, { data, occurredAt }) => ({
    corrections: [...child.corrections, { event: data.event, at: occurredAt }],
  }),

  ReasonGiven: (child, { data }) => ({
    unexplained: child.unexplained.filter((act) => act.event !== data.event),
  }),

  TimescaleMissed: (child, { data, occurredAt, worker }) => ({
    missedTimescales: [
      ...child.missedTimescales,
      { about: data.about, at: occurredAt, worker: worker.id, clock: data.clock },
    ],
  }),

  CaseClosed: (child, { data, occurredAt }) => ({
    referrals: change(child.referrals, data.referral, () =>
      data.dateUnknown
        ? { closureReason: data.closure }
        : { stage: 'closed', since: occurredAt, closedAt: occurredAt, closureReason: data.closure },
    ),
  }),
}
