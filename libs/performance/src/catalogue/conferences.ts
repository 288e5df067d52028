import type { ExpressionBuilder } from 'kysely'
import { type Asking, type Rule, type Tables, casesOf, leftOut, notCounted } from './cases.js'
import type { Kpi } from './kpi.js'

type Conference = ExpressionBuilder<Tables, 'conference'>

/** Conferences held in the period, after an enquiry or for a child who moved here on a plan. */
export function conferences({ db, from, to }: Asking, rules: (row: Conference) => readonly Rule[] = () => []) {
  const columns = {
    kind: 'conference',
    child: 'conference.child',
    item: 'conference.conference',
    referral: 'conference.referral',
    day: 'conference.held',
    days: 'conference.days',
  } as const
  const rows = db.selectFrom('conference').where('conference.held', '>=', from).where('conference.held', '<=', to)
  return casesOf(rows, columns, rules)
}

/** Whether a conference was in time. One without a duration never was; by a setting it is not asked of. */
function inTime({ setting }: Asking): (row: Conference) => readonly Rule[] {
  const untimed = setting('conference-denominator') === 'held' ? notCounted : leftOut
  return (row) => {
    const noDays = row('conference.days', 'is', null)
    return [
      untimed('transfer-in', row.and([noDays, row('conference.kind', '=', 'TRANSFER_IN')])),
      untimed('no-enquiry', row.and([noDays, row('conference.section47', 'is', null)])),
      untimed('before-enquiry', noDays),
      notCounted('late', row('conference.days', '>', Number(setting('conference-limit')))),
    ]
  }
}

const common = {
  period: 'The day the conference was held',
  exclusions: 'Each conference counts, and so do those of children who moved here on a plan.',
  source: 'DfE children in need statistics; LG Inform metric 3217',
  snapshot: false,
} as const

export const conferenceKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'icpc',
    number: 20,
    name: 'Initial child protection conferences',
    definition: 'Initial child protection conferences held.',
    numerator: 'Conferences held',
    denominator: null,
    tag: 'DfE',
    kind: 'count',
    better: null,
    settings: [],
    cases: (asking) => conferences(asking),
  },
  {
    ...common,
    id: 'icpc-15wd',
    number: 21,
    name: 'Conferences within 15 working days',
    definition:
      'Of the conferences held, those within 15 working days of the strategy discussion at which the enquiry began.',
    numerator: 'Conferences held within 15 working days of the actual start of the enquiry',
    denominator: 'Conferences held',
    exclusions:
      'Conferences without a usable start of an enquiry (transfers in, or dated before it) stay in the denominator and are never in time. The share of those with a duration is shown beside.',
    tag: 'DfE',
    kind: 'percent',
    better: 'higher',
    settings: ['conference-denominator', 'conference-limit', 'bank-holidays'],
    cases: (asking) => conferences(asking, inTime(asking)),
    beside: [
      {
        code: 'timed',
        name: 'Of the conferences with a duration',
        settings: { 'conference-denominator': 'timed' },
      },
    ],
  },
  {
    ...common,
    id: 'icpc-to-plan',
    number: 22,
    name: 'Conferences that led to a child protection plan',
    definition: 'Of the conferences held, those at which a child protection plan was made.',
    numerator: 'Conferences with a plan started on their day',
    denominator: 'Conferences held',
    source: 'Council practice; not published nationally',
    tag: 'local',
    kind: 'percent',
    better: null,
    settings: [],
    cases: (asking) => conferences(asking, (row) => [notCounted('no-plan', row('conference.plan', '=', 0))]),
  },
]
