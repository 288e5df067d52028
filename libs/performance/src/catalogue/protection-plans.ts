import { addDays, addMonths } from '@front-door/calendar'
import { type ExpressionBuilder, sql } from 'kysely'
import { type Asking, type Rule, type Tables, casesOf, notCounted } from './cases.js'
import type { Kpi } from './kpi.js'
import { monthsAfter } from './months-after.js'

type Plan = ExpressionBuilder<Tables, 'protection_plan'>

const columns = {
  kind: 'protectionPlan',
  child: 'protection_plan.child',
  item: 'protection_plan.plan',
  referral: 'protection_plan.referral',
  day: 'protection_plan.started',
} as const

/** Plans started in the period: each occasion counts. */
function started({ db, from, to }: Asking, rules: (row: Plan) => readonly Rule[] = () => []) {
  const rows = db
    .selectFrom('protection_plan')
    .where('protection_plan.started', '>=', from)
    .where('protection_plan.started', '<=', to)
  return casesOf(rows, columns, rules)
}

/** Plans open at the end of the day that were started by `since`. */
function open({ db, on }: Asking, since: string, rules: (row: Plan) => readonly Rule[]) {
  const rows = db
    .selectFrom('protection_plan')
    .where('protection_plan.started', '<=', since)
    .where((row) => row.or([row('protection_plan.ended', 'is', null), row('protection_plan.ended', '>', on)]))
  return casesOf(rows, columns, rules)
}

/** Not the first plan of this child here. */
const repeats = (row: Plan) => [
  notCounted('previous-plans-not-stated', row('protection_plan.previous_plans', 'is', null)),
  notCounted('first-plan', row('protection_plan.previous_plans', '=', 0)),
]

const source = 'DfE children in need statistics; DfE Local Authority Interactive Tool, data dictionary'

export const protectionPlanKpis: readonly Kpi[] = [
  {
    id: 'cp-plans-started',
    number: 23,
    name: 'Child protection plans started',
    definition: 'Child protection plans started, each occasion counted.',
    numerator: 'Child protection plans started',
    denominator: null,
    period: 'The day the plan started',
    exclusions: 'None.',
    source,
    tag: 'DfE',
    kind: 'count',
    better: null,
    snapshot: false,
    settings: [],
    cases: (asking) => started(asking),
  },
  {
    id: 'cp-repeat-plans',
    number: 24,
    name: 'Child protection plans for a second or later time',
    definition: 'Of the child protection plans started, those of a child who had one before, however long ago.',
    numerator: 'Plans started by a child with an earlier plan of the same authority',
    denominator: 'Child protection plans started',
    period: 'The day the plan started',
    exclusions:
      'Where an earlier system did not say whether there were plans before, the plan is in the denominator only.',
    source,
    tag: 'DfE',
    kind: 'percent',
    better: 'lower',
    snapshot: false,
    settings: [],
    cases: (asking) => started(asking, repeats),
    beside: [
      {
        code: 'within-2-years',
        name: 'Within two years of the end of the earlier plan (local)',
        cases: (asking) =>
          started(asking, (row) => [
            ...repeats(row),
            notCounted(
              'earlier-plan-older',
              sql`coalesce(${row.ref('protection_plan.previous_ended')}, '') < ${monthsAfter('protection_plan.started', -24)}`,
            ),
          ]),
      },
    ],
  },
  {
    id: 'cp-reviews-on-time',
    number: 25,
    name: 'Child protection reviews on time',
    definition:
      'Of the child protection plans open for three months or more, those all of whose reviews were on time: the first within 3 months, each later one within 6.',
    numerator: 'Plans all of whose reviews were on time, and none of them overdue',
    denominator: 'Plans open on the day for three months or more',
    period: 'The end of the last day of the period',
    exclusions: 'Plans open for less than three months are left out.',
    source,
    tag: 'DfE',
    kind: 'percent',
    better: 'higher',
    snapshot: true,
    settings: [],
    cases: (asking) =>
      open(asking, addMonths(asking.on, -3), (row) => [
        notCounted('review-late', row('protection_plan.review_late', '<=', asking.on)),
      ]),
  },
  {
    id: 'cp-plans-over-2-years',
    number: 26,
    name: 'Child protection plans open for over two years',
    definition: 'Of the child protection plans open, those open for more than 729 days.',
    numerator: 'Plans open for more than 729 days',
    denominator: 'Plans open on the day',
    period: 'The end of the last day of the period',
    exclusions: 'Plans that have ended by then are left out.',
    source,
    tag: 'DfE',
    kind: 'percent',
    better: 'lower',
    snapshot: true,
    settings: [],
    cases: (asking) =>
      open(asking, asking.on, (row) => [
        notCounted('two-years-or-less', row('protection_plan.started', '>=', addDays(asking.on, -729))),
      ]),
  },
]
