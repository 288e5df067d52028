import { type Child, type Evolves, type Referral, byId, change } from '../child/index.js'
import { endsReferral } from '../codes/index.js'
import type { EventOf } from '../event/event.js'
import type { caseAllocated, referralEvents } from './events.js'

export const referralEvolves: Evolves<typeof referralEvents> = {
  ReferralReceived: (child, { data, occurredAt, worker }) => ({
    referrals: [
      ...child.referrals,
      {
        id: data.referral,
        stage: 'received',
        openedAt: occurredAt,
        since: occurredAt,
        source: data.source,
        agency: data.agency,
        contact: data.contact,
        steppedUpFrom: data.earlyHelp,
        need: data.need,
        domesticAbuse: data.domesticAbuse ?? false,
        outOfHours: data.outOfHours ?? false,
        team: worker.team,
        imported: worker.role === 'import',
        screening: byId(child.contacts, data.contact)?.screening ?? {},
      },
    ],
  }),

  ReferralDecided: (child, { data, occurredAt }) => ({
    referrals: change(child.referrals, data.referral, (referral) => ({
      stage: endsReferral(data.outcome) ? 'closed' : 'open',
      since: occurredAt,
      outcome: data.outcome,
      nfa: endsReferral(data.outcome),
      need: data.need ?? referral.need,
      ...(data.dateUnknown ? {} : { decidedAt: occurredAt }),
    })),
  }),

  CaseAllocated: allocated,
  CaseReallocated: allocated,
}

function allocated(
  child: Child,
  { data, occurredAt }: Pick<EventOf<typeof caseAllocated>, 'data' | 'occurredAt'>,
): Partial<Child> {
  const allocation = (referral: Referral) => ({
    firstAllocatedAt: referral.firstAllocatedAt ?? occurredAt,
    allocated: { to: data.to, team: data.team, at: occurredAt },
  })
  return { referrals: change(child.referrals, data.referral, allocation) }
}
