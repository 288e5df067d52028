import { type Evolves, change } from '../child/index.js'
import type { stepEvents } from './events.js'

export const stepEvolves: Evolves<typeof stepEvents> = {
  StepDownProposed: (child, { data, occurredAt, worker }) => ({
    stepDowns: [
      ...child.stepDowns,
      {
        id: data.stepDown,
        stage: 'proposed',
        openedAt: occurredAt,
        since: occurredAt,
        referral: data.referral,
        proposedBy: worker.id,
      },
    ],
  }),

  StepDownAccepted: (child, { data, occurredAt }) => ({
    stepDowns: change(child.stepDowns, data.stepDown, () => ({ stage: 'accepted', since: occurredAt })),
  }),

  StepDownDeclined: (child, { data, occurredAt }) => ({
    stepDowns: change(child.stepDowns, data.stepDown, () => ({ stage: 'declined', since: occurredAt })),
  }),

  EarlyHelpStarted: (child, { data, occurredAt }) => ({
    earlyHelp: [
      ...child.earlyHelp,
      {
        id: data.earlyHelp,
        stage: 'open',
        openedAt: occurredAt,
        since: occurredAt,
        stepDown: data.stepDown,
        contact: data.contact,
        organisation: data.organisation,
      },
    ],
  }),

  EarlyHelpEnded: (child, { data, occurredAt }) => ({
    earlyHelp: change(child.earlyHelp, data.earlyHelp, () => ({
      stage: 'ended',
      since: occurredAt,
      endedAt: occurredAt,
      endReason: data.ending,
    })),
  }),

  /** The step-up itself moves nothing: early help ends and a referral comes in, each by its own event. */
  SteppedUp: () => ({}),
}
