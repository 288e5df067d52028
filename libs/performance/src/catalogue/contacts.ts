import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Asking, type Rule, type Tables, casesOf, leftOut, notCounted } from './cases.js'
import type { Kpi } from './kpi.js'

type Contact = ExpressionBuilder<Tables, 'contact'>
type Rules = (row: Contact) => readonly Rule[]

/**
 * A contact that only told the worker of an open case: it is no contact of the front door, wherever contacts are
 * counted.
 */
export const updatesOpenCase = (outcome: 'contact.outcome' | 'it.outcome') =>
  sql<SqlBool>`coalesce(${sql.ref(outcome)}, '') = 'OPEN_CASE'`

/** Contacts received in the period, or decided in it. One that only told the worker of an open case is left out. */
function contacts({ db, from, to }: Asking, rules: Rules, day: Expression<string> = sql.ref('contact.received_day')) {
  const columns = {
    kind: 'contact',
    child: 'contact.child',
    item: 'contact.contact',
    referral: 'contact.referral',
    day,
    team: 'contact.team',
  } as const
  const rows = db.selectFrom('contact').where(day, '>=', from).where(day, '<=', to)
  return casesOf(rows, columns, (row) => [leftOut('open-case', updatesOpenCase('contact.outcome')), ...rules(row)])
}

const undecided = (row: Contact) => row('contact.outcome', 'is', null)
const decidedOn = sql<string>`substr(${sql.ref('contact.decided_at')}, 1, 10)`

/** Contacts decided, of which those with one of these outcomes. */
function decidedAs(asking: Asking, outcomes: readonly string[]) {
  const cohort = asking.setting('cohort-of-contacts') === 'decided' ? decidedOn : undefined
  const other = (row: Contact): Expression<SqlBool> => row('contact.outcome', 'not in', outcomes)
  return contacts(
    asking,
    (row) => [leftOut('undecided', undecided(row)), notCounted('other-outcome', other(row))],
    cohort,
  )
}

const source = 'Not published nationally; council practice'
const decided = {
  number: 3,
  denominator: 'Contacts decided',
  period: 'The day the contact was received; by a setting, the day it was decided',
  exclusions: 'Contacts not yet decided, and contacts that only update an open case, are left out.',
  source,
  tag: 'local',
  kind: 'percent',
  better: null,
  snapshot: false,
} as const

export const contactKpis: readonly Kpi[] = [
  {
    id: 'contacts',
    number: 1,
    name: 'Contacts',
    definition: 'Contacts received, one for each child.',
    numerator: 'Contacts received',
    denominator: null,
    period: 'The day the contact was received',
    exclusions: 'Contacts that only update an open case, where they are recorded as such, are left out.',
    source,
    tag: 'local',
    kind: 'count',
    better: null,
    snapshot: false,
    settings: [],
    cases: (asking) => contacts(asking, () => []),
  },
  {
    id: 'contacts-to-referral',
    number: 2,
    name: 'Contacts that became a referral',
    definition: 'Of the contacts received, those that were decided to be a referral.',
    numerator: 'Contacts that became a referral',
    denominator: 'Contacts received',
    period: 'The day the contact was received',
    exclusions:
      'Contacts that only update an open case are left out. Those not yet decided are in the denominator, and their share is shown beside it.',
    source,
    tag: 'local',
    kind: 'percent',
    better: null,
    snapshot: false,
    settings: [],
    cases: (asking) =>
      contacts(asking, (row) => [
        notCounted('undecided', undecided(row)),
        notCounted('other-outcome', row('contact.outcome', '<>', 'CIN_REFERRAL')),
      ]),
    beside: [
      {
        code: 'undecided',
        name: 'Not yet decided',
        cases: (asking) => contacts(asking, (row) => [notCounted('decided', row('contact.outcome', 'is not', null))]),
      },
    ],
  },
  {
    ...decided,
    id: 'contacts-nfa',
    name: 'Contacts ending without further action',
    definition: 'Of the contacts decided, those with no further action.',
    numerator: 'Contacts decided with no further action',
    settings: ['cohort-of-contacts'],
    cases: (asking) => decidedAs(asking, ['NFA']),
  },
  {
    ...decided,
    id: 'contacts-signposted',
    name: 'Contacts signposted',
    definition: 'Of the contacts decided, those signposted to another service or given information and advice.',
    numerator: 'Contacts signposted, or given information and advice',
    settings: ['cohort-of-contacts', 'information-and-advice'],
    cases: (asking) =>
      decidedAs(
        asking,
        asking.setting('information-and-advice') === 'apart' ? ['SIGNPOST'] : ['SIGNPOST', 'INFO_ADVICE'],
      ),
  },
  {
    ...decided,
    id: 'contacts-to-early-help',
    name: 'Contacts to early help',
    definition: 'Of the contacts decided, those passed to early help.',
    numerator: 'Contacts decided to go to early help',
    settings: ['cohort-of-contacts'],
    cases: (asking) => decidedAs(asking, ['EH_REFERRAL']),
  },
]
