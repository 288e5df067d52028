import { type Evolves, change, byId } from '../child/index.js'
import type { contactEvents } from './events.js'

export const contactEvolves: Evolves<typeof contactEvents> = {
  ContactReceived: (child, { data, occurredAt, worker }) => ({
    contacts: [
      ...child.contacts,
      {
        id: data.contact,
        stage: 'received',
        openedAt: occurredAt,
        since: occurredAt,
        source: data.source,
        agency: data.agency,
        need: data.need,
        domesticAbuse: data.domesticAbuse ?? false,
        outOfHours: data.outOfHours ?? false,
        openCase: data.openCase,
        together: data.together,
        team: worker.team,
        screening: {},
      },
    ],
  }),

  ConsultationGiven: (child, { data, occurredAt }) => ({
    consultations: [
      ...child.consultations,
      { id: data.consultation, stage: 'given', openedAt: occurredAt, since: occurredAt },
    ],
  }),

  ContactDecided: (child, { data, occurredAt }) => ({
    contacts: change(child.contacts, data.contact, () => ({
      stage: 'decided',
      since: occurredAt,
      decidedAt: occurredAt,
      outcome: data.outcome,
    })),
  }),

  ReferrerInformed: (child, { data, occurredAt }) => {
    const informed = () => ({ informedAt: occurredAt })
    return byId(child.contacts, data.about)
      ? { contacts: change(child.contacts, data.about, informed) }
      : { referrals: change(child.referrals, data.about, informed) }
  },
}
