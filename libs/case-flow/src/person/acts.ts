import { type Day, dayOf, inWords } from '@front-door/calendar'
import { type Facts, type Refusal, act, record, refuse } from '../act/index.js'
import type { CodeOf, relation } from '../codes/index.js'
import { type NewEvent, happened } from '../event/event.js'
import { hasRightCheckLetter, needed } from '../fields/index.js'
import * as events from './events.js'

export const registerPerson = act({
  name: 'register-person',
  label: 'Register a child',
  hint: 'A child whose name or date of birth is not yet known can be registered too',
  fields: events.personRegistered.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.personRegistered, input)]),
})

export const registerUnborn = act({
  name: 'register-unborn',
  label: 'Register an unborn child',
  fields: events.unbornRegistered.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.unbornRegistered, input)]),
})

export const recordBirth = act({
  name: 'record-birth',
  label: 'Record the birth of a child registered before birth',
  fields: events.birthRecorded.fields,
  decide: (input, facts) => checked(input, facts, [happened(events.birthRecorded, input)]),
})

export const correctPersonDetails = act({
  name: 'correct-person-details',
  label: "Change or correct a child's details",
  hint: 'Enter only what changes. What was recorded before stays in the trail',
  fields: { ...events.personDetailsCorrected.fields, reason: needed(events.personDetailsCorrected.fields.reason) },
  decide(input, facts) {
    if (Object.keys(input).length === 1) return refuse('nothing-changed', 'Enter at least one detail that changes.')
    return checked(input, facts, [happened(events.personDetailsCorrected, input)])
  },
})

export const relatePerson = act({
  name: 'relate-person',
  label: 'Record that two children belong together',
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
  fields: {
    into: needed(events.personMerged.fields.into),
    reason: needed(events.personMerged.fields.reason),
  },
  decide(input, { child, other }) {
    const kept = other(input.into)
    if (input.into === child.id)
      return refuse('same-child', 'Name another record: this is the duplicate itself.', 'into')
    if (!kept || kept.person.stage === 'unregistered')
      return refuse('unknown-child', `There is no child ${input.into}.`, 'into')
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
  fields: events.restrictionLifted.fields,
  decide(input, { child }) {
    if (!child.person.restrictedTo) return refuse('not-restricted', 'This record is not restricted.')
    return record(happened(events.restrictionLifted, input))
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
] as const

/** The same tie, told in both histories. */
export function relate(one: string, other: string, how: CodeOf<typeof relation>): NewEvent[] {
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

export function registered(child: NewChild): NewEvent {
  const { expectedBirthDate, ...born } = child
  if (!expectedBirthDate || child.birthDate) return happened(events.personRegistered, born)
  const known = Object.keys(events.unbornRegistered.fields)
  const expected = Object.fromEntries(Object.entries(child).filter(([name]) => known.includes(name)))
  return happened(events.unbornRegistered, expected)
}

/** Rules on a child's details, whichever act brings them. */
export function detailProblems(
  details: Readonly<Record<string, unknown>>,
  facts: Facts,
  path = '',
): readonly Refusal[] {
  const problems: Refusal[] = []
  const { upn, disabilities, birthDate, expectedBirthDate } = details
  if (typeof upn === 'string' && !hasRightCheckLetter(upn))
    problems.push({
      rule: 'upn-check-letter',
      message: 'The first letter of the UPN does not fit its digits. Check the UPN.',
      field: `${path}upn`,
      source: 'CIN census rule 1510',
    })
  if (Array.isArray(disabilities) && disabilities.includes('NONE') && disabilities.length > 1)
    problems.push({
      rule: 'none-alone',
      message: 'Select either NONE or the disabilities, not both.',
      field: `${path}disabilities`,
      source: 'CIN census rule 8790',
    })
  if (birthDate !== undefined && expectedBirthDate !== undefined)
    problems.push({
      rule: 'born-or-expected',
      message: 'Enter the date of birth or the expected date of birth, not both.',
      field: `${path}expectedBirthDate`,
      source: 'CIN census rule 8525Q',
    })
  const { birthDate: born, deathDate: died } = facts.child.person
  if (typeof birthDate === 'string' && died && birthDate > died)
    problems.push({
      rule: 'death-before-birth',
      message: `The child died on ${inWords(died)}. Enter an earlier date of birth.`,
      field: `${path}birthDate`,
      source: 'CIN census rule 8535Q',
    })
  if (expectedBirthDate !== undefined && born && facts.child.person.stage === 'living')
    problems.push({
      rule: 'already-born',
      message: `The child was born on ${inWords(dayOf(born))} and has no expected date of birth.`,
      field: `${path}expectedBirthDate`,
    })
  return problems
}

function checked(details: Readonly<Record<string, unknown>>, facts: Facts, then: readonly NewEvent[]) {
  const refusals = detailProblems(details, facts)
  return refusals.length > 0 ? { refusals } : record(...then)
}

function isUnderWay(child: Facts['child']): boolean {
  return child.referrals.some((referral) => referral.stage !== 'closed')
}
