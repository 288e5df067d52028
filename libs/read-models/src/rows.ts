import { dayOf } from '@front-door/calendar'
import {
  type Agreed,
  type Child,
  type Clock,
  type History,
  type Identity,
  clocksOf,
  eventsOf,
  missingFrom,
  openCase,
} from '@front-door/case-flow'
import { boardRows } from './board/rows.js'
import { firstDue } from './first-due.js'
import { figureRows } from './figures/rows.js'
import { tellingOf } from './figures/telling.js'
import { folded } from './folded.js'
import { restrictedTo } from './restricted.js'
import type { ContactTable, Rows, WorkTable } from './tables.js'
import { workOf } from './work.js'

/**
 * Every row of a child, from the child's history alone. The same history gives the same rows, whenever and however
 * often they are derived. No words about the child but the names and identifiers that search needs.
 */
export function rowsOf(history: History, identity: Identity, agreed: Agreed): Rows {
  const { state } = history
  const now = eventsOf(history).at(-1)?.recordedAt ?? '1970-01-01T00:00:00.000Z'
  const all = clocksOf(state, now, agreed)
  const clocks = all.filter(({ stop, state }) => stop === undefined && state !== 'off')
  // What was done in a duplicate is part of the record it was merged into, and stands there.
  const isMerged = state.person.stage === 'merged'
  return {
    child: [childRow(history, identity)],
    child_name: isMerged ? [] : nameWords(identity).map((word) => ({ child: state.id, word })),
    child_reference: references(state, identity),
    contact: isMerged ? [] : state.contacts.map((contact) => contactRow(state, contact, clocks)),
    work: isMerged ? [] : workRows(state, clocks),
    board: isMerged ? [] : boardRows(history, identity, clocks),
    set_aside: [],
    ...figureRows(isMerged ? undefined : tellingOf(history, all, agreed)),
  }
}

function childRow(history: History, identity: Identity): Rows['child'][number] {
  const { version, state } = history
  const { person } = state
  return {
    child: state.id,
    version,
    stage: person.stage,
    given_name: identity.givenName ?? null,
    family_name: identity.familyName ?? null,
    mother_name: identity.motherName ?? null,
    birth_date: person.birthDate ?? null,
    expected_birth_date: person.expectedBirthDate ?? null,
    death_date: person.deathDate ?? null,
    sex: person.sex ?? null,
    locality: person.locality ?? null,
    merged_into: person.mergedInto ?? null,
    open_case: openCase(state)?.id ?? null,
    case_worker: openCase(state)?.allocated?.to ?? null,
    last_contact: lastOf(state.contacts.map(({ openedAt }) => openedAt)),
    restricted_to: restrictedTo(person),
    recorded_from: person.stage === 'merged' ? null : recordedFrom(history),
  }
}

function recordedFrom(history: History): string | null {
  let first: string | null = null
  for (const { worker, recordedAt } of eventsOf(history))
    if (worker.role !== 'import' && (first === null || recordedAt < first)) first = recordedAt
  return first
}

function lastOf(moments: readonly string[]): string | null {
  return moments.toSorted().at(-1) ?? null
}

function nameWords({ givenName = '', familyName = '', aliases = '' }: Identity): readonly string[] {
  const words = folded(`${givenName} ${familyName} ${aliases}`).split(' ')
  return [...new Set(words)].filter((word) => word !== '')
}

/** A duplicate is found under the record it was merged into. */
function references({ id, person }: Child, { upn, formerUpn, nhsNumber }: Identity): Rows['child_reference'] {
  if (person.stage === 'merged') return []
  const known = { child: id, upn, formerUpn, nhsNumber: nhsNumber?.replaceAll(' ', '') }
  const duplicates = person.mergedFrom.map((duplicate) => [`merged ${duplicate}`, duplicate] as const)
  return [...Object.entries(known), ...duplicates].flatMap(([kind, value]) =>
    value ? [{ child: id, kind, value: value.toUpperCase() }] : [],
  )
}

function contactRow(child: Child, contact: Child['contacts'][number], clocks: readonly Clock[]): ContactTable {
  const { id, openedAt, source, agency, team, domesticAbuse, outOfHours, screening, stage, outcome, decidedAt } =
    contact
  return {
    contact: id,
    child: child.id,
    received_at: openedAt,
    received_day: dayOf(openedAt),
    source,
    agency: agency ?? null,
    team,
    domestic_abuse: Number(domesticAbuse),
    out_of_hours: Number(outOfHours),
    open_case: contact.openCase ?? null,
    priority: screening.priority?.level ?? null,
    stage,
    outcome: outcome ?? null,
    decided_at: decidedAt ?? null,
    due: firstDue(clocks, id)?.due?.due ?? null,
    referral: child.referrals.find((referral) => referral.contact === id)?.id ?? null,
  }
}

function workRows(child: Child, clocks: readonly Clock[]): readonly WorkTable[] {
  const gaps = missingFrom(child)
  return workOf(child).map(({ item, kind, matter, referral }) => {
    const first = firstDue(clocks, item.id)
    return {
      item: item.id,
      child: child.id,
      kind,
      stage: item.stage,
      opened_at: item.openedAt,
      since: item.since,
      referral: referral?.id ?? null,
      worker: referral?.allocated?.to ?? null,
      team: referral?.allocated?.team ?? matter?.team ?? null,
      priority: matter?.screening.priority?.level ?? null,
      domestic_abuse: Number(matter?.domesticAbuse ?? false),
      out_of_hours: Number(matter?.outOfHours ?? false),
      clock: first?.clock ?? null,
      due: first?.due?.due ?? null,
      missing: gaps
        .filter(({ about }) => about === item.id)
        .map(({ what }) => what)
        .join(','),
    }
  })
}
