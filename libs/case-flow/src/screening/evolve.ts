import type { Moment } from '@front-door/calendar'
import { type Child, type Evolves, type Screening, byId, change } from '../child/index.js'
import type { screeningEvents } from './events.js'

export const screeningEvolves: Evolves<typeof screeningEvents> = {
  ScreeningStarted: (child, { data, occurredAt }) =>
    screened(child, data.about, (screening) => ({ ...screening, startedAt: occurredAt }), occurredAt),

  PriorityRated: (child, { data, occurredAt }) =>
    screened(child, data.about, (screening) => ({ ...screening, priority: { level: data.priority, at: occurredAt } })),

  ConsentRecorded: (child, { data, occurredAt }) =>
    screened(child, data.about, (screening) => ({ ...screening, consent: { position: data.consent, at: occurredAt } })),

  ScreeningConcluded: (child, { data, occurredAt }) =>
    screened(child, data.about, (screening) => ({
      ...screening,
      concludedAt: occurredAt,
      historyConsidered: data.historyConsidered,
    })),

  ChildVoiceRecorded: (child, { data, occurredAt, worker }) => ({
    voices: [...child.voices, { about: data.about, how: data.how, at: occurredAt, worker: worker.id }],
  }),

  InformationRequested: (child, { data, occurredAt }) => ({
    requests: [
      ...child.requests,
      {
        id: data.request,
        stage: 'asked',
        openedAt: occurredAt,
        since: occurredAt,
        about: data.about,
        agency: data.agency,
      },
    ],
  }),

  InformationReceived: (child, { data, occurredAt }) => ({
    requests: change(child.requests, data.request, () => ({ stage: 'received', since: occurredAt })),
  }),

  InformationNotReceived: (child, { data, occurredAt }) => ({
    requests: change(child.requests, data.request, () => ({ stage: 'not-received', since: occurredAt })),
  }),
}

/** Screening is of a contact, or of a referral. `startedAt` moves it to the stage of that name, if it has just come in. */
function screened(
  child: Child,
  about: string,
  to: (screening: Screening) => Screening,
  startedAt?: Moment,
): Partial<Child> {
  const next = <S extends string>(item: { stage: S; since: Moment; screening: Screening }) => ({
    screening: to(item.screening),
    ...(startedAt && item.stage === 'received' ? { stage: 'screening' as const, since: startedAt } : {}),
  })
  return byId(child.contacts, about)
    ? { contacts: change(child.contacts, about, next) }
    : { referrals: change(child.referrals, about, next) }
}
