import { type Day, dayOf, momentOf } from '@front-door/calendar'
import type { Child, Evolves, Person } from '../child/index.js'
import type { Recorded } from '../event/event.js'
import type { personEvents } from './events.js'

export const personEvolves: Evolves<typeof personEvents> = {
  PersonRegistered: (child, { data, said }) => withPerson(child, { stage: 'living', ...characteristicsOf(data, said) }),

  UnbornRegistered: (child, event) =>
    withPerson(child, {
      ...{ stage: 'unborn', sex: 'U' },
      ...characteristicsOf(event.data, event.said),
      ...expectedOn(event),
    }),

  BirthRecorded: (child, { data, said }) =>
    withPerson(child, { stage: 'living', expectedBirthDate: undefined, ...characteristicsOf(data, said) }),

  PersonDetailsCorrected: (child, event) =>
    withPerson(child, { ...characteristicsOf(event.data, event.said), ...expectedOn(event) }),

  PersonRelated: (child, { data }) =>
    child.person.relations.some((known) => known.other === data.other)
      ? {}
      : withPerson(child, { relations: [...child.person.relations, data] }),

  PersonMerged: (child, { data }) =>
    data.into
      ? withPerson(child, { stage: 'merged', mergedInto: data.into })
      : withPerson(child, {
          mergedFrom: data.from ? [...child.person.mergedFrom, data.from] : child.person.mergedFrom,
        }),

  DeathRecorded: (child, { data }) => withPerson(child, { stage: 'died', deathDate: data.deathDate }),

  RecordRestricted: (child, { data }) => withPerson(child, { restrictedTo: data.to }),

  RestrictionLifted: (child) => withPerson(child, { restrictedTo: undefined, emergencyOpenings: [] }),

  RecordOpenedInEmergency: (child, { id, worker, recordedAt, data }) =>
    withPerson(child, {
      emergencyOpenings: [
        ...child.person.emergencyOpenings,
        { event: id, worker: worker.id, at: momentOf(recordedAt), until: data.until },
      ],
    }),

  EmergencyOpeningEnded: (child, { data, recordedAt }) =>
    withPerson(child, {
      emergencyOpenings: child.person.emergencyOpenings.map((opening) =>
        opening.event === data.event ? { ...opening, until: momentOf(recordedAt) } : opening,
      ),
    }),
}

function withPerson(child: Child, change: Partial<Person>): Partial<Child> {
  return { person: { ...child.person, ...change } }
}

type Expecting = Pick<
  Recorded<string, { readonly expectedBirthDate?: Day | undefined }>,
  'data' | 'worker' | 'occurredAt' | 'recordedAt'
>

/** An import says of earlier days what it says: of those it is recorded on none. */
function expectedOn({ data, worker, occurredAt, recordedAt }: Expecting): Partial<Person> {
  if (data.expectedBirthDate === undefined) return {}
  return { expectedOn: dayOf(worker.role === 'import' ? occurredAt : momentOf(recordedAt)) }
}

const known = ['birthDate', 'expectedBirthDate', 'sex', 'ethnicity', 'disabilities', 'upnUnknown', 'locality'] as const

function characteristicsOf(data: Partial<Record<(typeof known)[number], unknown>>, said: readonly string[]) {
  const change: Record<string, unknown> = {}
  for (const name of known) if (data[name] !== undefined) change[name] = data[name]
  if (said.includes('givenName') || said.includes('familyName')) change['named'] = true
  if (said.includes('upn')) change['hasUpn'] = true
  return change as Partial<Person>
}
