import { type Day, inWords, momentOf } from '@front-door/calendar'
import { type Facts, act, record, refuse } from '../act/index.js'
import type { CodeOf, relation } from '../codes/index.js'
import { type NewEvent, happened } from '../event/event.js'
import { needed } from '../fields/index.js'
import { detailProblems } from './details.js'
import * as events from './events.js'
import { isOver, openTo } from './open-to.js'

export const registerPerson = act({
  name: 'register-person',
  label: 'Register a child',
  hint: 'A child whose name or date of birth is not yet known can be registered too',
  records: [events.personRegistered],
  fields: events.personRegistered.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.personRegistered, input)]),
})

export const registerUnborn = act({
  name: 'register-unborn',
  label: 'Register an unborn child',
  records: [events.unbornRegistered],
  fields: events.unbornRegistered.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.unbornRegistered, input)]),
})

export const recordBirth = act({
  name: 'record-birth',
  label: 'Record the birth of a child registered before birth',
  records: [events.birthRecorded],
  fields: events.birthRecorded.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.birthRecorded, input)]),
})

export const correctPersonDetails = act({
  name: 'correct-person-details',
  label: "Change or correct a child's details",
  hint: 'Enter only what changes. What was recorded before stays in the trail',
  records: [events.personDetailsCorrected],
  fields: { ...events.personDetailsCorrected.fields, reason: needed(events.personDetailsCorrected.fields.reason) },
  decide(input, facts) {
    if (Object.keys(input).length === 1) return refuse('nothing-changed', 'Enter at least one detail that changes.')
    return checked(input, facts, [happened(events.personDetailsCorrected, input)])
  },
})

export const relatePerson = act({
  name: 'relate-person',
  label: 'Record that two children belong together',
  records: [events.personRelated],
  fields: events.personRelated.fields,
  decide(input, { child }) {
    if (input.other === child.id)
      return refuse('same-child', 'Name another child: a child is not related to itself.', 'other')
    if (child.person.relations.some((known) => known.other === input.other)) return record()
    return record(...relate(child.id, input.other, input.relation))
  },
})

export const mergePerson = act({
  name: 'merge-person',
  label: 'Merge a duplicate record into the one to keep',
  hint: 'Both histories are kept and read as one from then on',
  records: [events.personMerged],
  fields: {
    into: needed(events.personMerged.fields.into),
    reason: needed(events.personMerged.fields.reason),
  },
  decide(input, { child, other, worker, now }) {
    const kept = other(input.into)
    if (input.into === child.id)
      return refuse('same-child', 'Name another record: this is the duplicate itself.', 'into')
    if (!kept || kept.person.stage === 'unregistered')
      return refuse('unknown-child', `There is no child ${input.into}.`, 'into')
    if (!(openTo(kept.person, now)?.includes(worker.id) ?? true))
      return refuse(
        'restricted',
        'The record to keep is restricted, and you are not among those named. Two records are merged by somebody who may open both.',
        'into',
      )
    if (kept.person.stage === 'merged')
      return refuse(
        'already-merged',
        `${input.into} was itself merged into ${kept.person.mergedInto}. Merge into that.`,
        'into',
      )
    if (isUnderWay(child) && isUnderWay(kept))
      return refuse('two-open-cases', 'Both records have a case or referral open. Close one before you merge them.')
    return record(
      happened(events.personMerged, { into: input.into, reason: input.reason }),
      happened(events.personMerged, { from: child.id, reason: input.reason }, input.into),
    )
  },
})

export const recordDeath = act({
  name: 'record-death',
  label: 'Record that a child has died',
  records: [events.deathRecorded],
  fields: events.deathRecorded.fields,
  decide(input, facts) {
    const born = facts.child.person.birthDate
    if (born && input.deathDate < born)
      return refuse(
        'death-before-birth',
        `The child was born on ${inWords(born)}. Enter a later day.`,
        'deathDate',
        'CIN census rule 8535Q',
      )
    return checked(input, facts, [happened(events.deathRecorded, input)])
  },
})

export const restrictRecord = act({
  name: 'restrict-record',
  label: 'Restrict who may open the record',
  hint: 'For a child of somebody who works here, a witness, an adoption. Name everybody who works with the child',
  records: [events.recordRestricted],
  fields: events.recordRestricted.fields,
  decide(input, { worker }) {
    if (!input.to.includes(worker.id))
      return refuse('restricted-to-others', 'Name yourself too: otherwise you could not open it.', 'to')
    return record(happened(events.recordRestricted, input))
  },
})

export const liftRestriction = act({
  name: 'lift-restriction',
  label: 'Open a restricted record again',
  hint: 'From then on it opens to everybody who reads records',
  records: [events.restrictionLifted],
  fields: events.restrictionLifted.fields,
  decide(input, { child }) {
    if (!child.person.restrictedTo) return refuse('not-restricted', 'This record is not restricted.')
    return record(happened(events.restrictionLifted, input))
  },
})

export const openInEmergency = act({
  name: 'open-in-emergency',
  label: 'Open a restricted record in an emergency',
  hint: 'Only where a child is at risk and nobody whom the record names can be reached. They see who opened it, and why',
  records: [events.recordOpenedInEmergency],
  fields: { reason: events.recordOpenedInEmergency.fields.reason },
  decide({ reason }, { child: { person }, worker, now, policy }) {
    if (!person.restrictedTo) return refuse('not-restricted', 'This record is not restricted.')
    if (openTo(person, now)?.includes(worker.id)) return refuse('already-open', 'This record is open to you already.')
    const until = momentOf(Date.parse(now) + policy.thresholds.emergencyHours * HOUR)
    return record(happened(events.recordOpenedInEmergency, { until, reason }))
  },
})

export const endEmergencyOpening = act({
  name: 'end-emergency-opening',
  label: 'End an opening in an emergency',
  hint: 'From then on the record opens only to the people whom it names',
  records: [events.emergencyOpeningEnded],
  fields: events.emergencyOpeningEnded.fields,
  decide(input, { child: { person }, now }) {
    const opening = person.emergencyOpenings.find(({ event }) => event === input.event)
    if (!opening || isOver(opening, now))
      return refuse('not-open', 'This opening is over already, or there never was one.', 'event')
    return record(happened(events.emergencyOpeningEnded, input))
  },
})

export const personActs = [
  registerPerson,
  registerUnborn,
  recordBirth,
  correctPersonDetails,
  relatePerson,
  mergePerson,
  recordDeath,
  restrictRecord,
  liftRestriction,
  openInEmergency,
  endEmergencyOpening,
] as const

const HOUR = 3_600_000

/** The same tie, told in both histories. */
export function relate(one: string, other: string, how: CodeOf<typeof relation>): NewEvent<'PersonRelated'>[] {
  const back = { PARENT: 'CHILD', CHILD: 'PARENT' } as const
  return [
    happened(events.personRelated, { other, relation: how }),
    happened(events.personRelated, { other: one, relation: how in back ? back[how as keyof typeof back] : how }, other),
  ]
}

/** What is new about a child on a contact: registered as born, as expected, or as not yet known at all. */
export const newChild = {
  ...events.personRegistered.fields,
  expectedBirthDate: events.unbornRegistered.fields.expectedBirthDate,
}

type NewChild = { readonly expectedBirthDate?: Day | undefined; readonly birthDate?: Day | undefined }

export function registered(child: NewChild): NewEvent<'PersonRegistered' | 'UnbornRegistered'> {
  const { expectedBirthDate, ...born } = child
  if (!expectedBirthDate || child.birthDate) return happened(events.personRegistered, born)
  const known = Object.keys(events.unbornRegistered.fields)
  const expected = Object.fromEntries(Object.entries(child).filter(([name]) => known.includes(name)))
  return happened(events.unbornRegistered, expected)
}

function checked<T extends string>(
  details: Readonly<Record<string, unknown>>,
  facts: Facts,
  then: readonly NewEvent<T>[],
) {
  const refusals = detailProblems(details, facts)
  return refusals.length > 0 ? { refusals } : record(...then)
}

function isUnderWay(child: Facts['child']): boolean {
  return child.referrals.some((referral) => referral.stage !== 'closed')
}
