import { type Facts, act, record, refuse } from '../act/index.js'
import { byId, openCase, undecidedReferral } from '../child/index.js'
import { happened } from '../event/event.js'
import { group, needed, optional, without, yesNo } from '../fields/index.js'
import { newChild, registered, relate } from '../person/acts.js'
import { detailProblems } from '../person/details.js'
import { personRegistered, personRelated, unbornRegistered } from '../person/events.js'
import { referralReceived } from '../referral/events.js'
import { referralFrom, refusedWhileOpen } from '../referral/open.js'
import * as events from './events.js'

const person = optional(
  group(newChild, 'Child who is not yet registered', { hint: 'All may be left out when nothing is known' }),
)

export const receiveContact = act({
  name: 'receive-contact',
  label: 'Record a contact',
  hint: 'One contact may be about several children, some of them not yet registered',
  records: [events.contactReceived, personRegistered, unbornRegistered, personRelated],
  fields: {
    ...without(events.contactReceived.fields, 'contact', 'together', 'openCase'),
    siblings: optional(yesNo('The children are brothers and sisters')),
    person,
  },
  decide({ person, siblings, ...contact }, facts) {
    const problems = newcomerProblems(person, facts)
    if (problems.length > 0) return { refusals: problems }
    const others = facts.together.filter((id) => id !== facts.child.id)
    const known = new Set(facts.child.person.relations.map((relation) => relation.other))
    const before = facts.together.slice(0, facts.together.indexOf(facts.child.id))
    const brothersAndSisters = siblings ? before.filter((id) => !known.has(id)) : []
    return record(
      ...newcomer(person, facts),
      happened(events.contactReceived, {
        contact: facts.newId(),
        ...contact,
        together: others.length > 0 ? others : undefined,
        openCase: (openCase(facts.child) ?? undecidedReferral(facts.child))?.id,
      }),
      ...brothersAndSisters.flatMap((id) => relate(facts.child.id, id, 'SIBLING')),
    )
  },
})

export const giveConsultation = act({
  name: 'give-consultation',
  label: 'Record a request for advice and support',
  hint: 'A professional talks to a screening social worker before deciding whether to refer',
  records: [events.consultationGiven, personRegistered, unbornRegistered],
  fields: { ...without(events.consultationGiven.fields, 'consultation'), person },
  decide({ person, ...consultation }, facts) {
    const problems = newcomerProblems(person, facts)
    if (problems.length > 0) return { refusals: problems }
    return record(
      ...newcomer(person, facts),
      happened(events.consultationGiven, { consultation: facts.newId(), ...consultation }),
    )
  },
})

export const decideContact = act({
  name: 'decide-contact',
  label: 'Decide what happens after a contact',
  records: [events.contactDecided, referralReceived],
  fields: { ...events.contactDecided.fields, reason: needed(events.contactDecided.fields.reason) },
  decide(input, facts) {
    const contact = byId(facts.child.contacts, input.contact)
    const refused = refusedWhileOpen(
      facts.child,
      'Select OPEN_CASE: the contact goes to the worker of that case and is not a new referral.',
      'outcome',
    )
    if (input.outcome === 'CIN_REFERRAL' && refused) return refused
    if (input.outcome === 'OPEN_CASE' && !refused)
      return refuse('no-open-case', 'No case or referral is open for this child. Select another outcome.', 'outcome')
    const decided = happened(events.contactDecided, input)
    if (input.outcome !== 'CIN_REFERRAL' || !contact) return record(decided)
    return record(decided, referralFrom(contact, facts.newId()))
  },
})

export const informReferrer = act({
  name: 'inform-referrer',
  label: 'Record that the referrer was told the outcome',
  records: [events.referrerInformed],
  fields: events.referrerInformed.fields,
  decide: (input) => record(happened(events.referrerInformed, input)),
})

export const contactActs = [receiveContact, giveConsultation, decideContact, informReferrer] as const

type Person = Parameters<typeof registered>[0] | undefined

function newcomer(person: Person, { child }: Facts) {
  return child.person.stage === 'unregistered' ? [registered(person ?? {})] : []
}

function newcomerProblems(person: Person, facts: Facts) {
  if (!person) return []
  if (facts.child.person.stage === 'unregistered') return detailProblems({ ...person }, facts, 'person.')
  const message =
    'This child is registered already. Leave these details out, or correct them with correct-person-details.'
  return [{ rule: 'already-registered', message, field: 'person' }]
}
