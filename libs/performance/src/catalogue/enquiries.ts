import type { ExpressionBuilder } from 'kysely'
import { type Asking, type Rule, type Tables, casesOf, notCounted, together } from './cases.js'
import { conferences } from './conferences.js'
import type { Kpi } from './kpi.js'

type Enquiry = ExpressionBuilder<Tables, 'section47'>

/** Section 47 enquiries started in the period, or concluded in it. */
function enquiries(
  { db, from, to }: Asking,
  rules: (row: Enquiry) => readonly Rule[] = () => [],
  day: 'section47.started' | 'section47.ended' = 'section47.started',
) {
  const columns = {
    kind: 'section47',
    child: 'section47.child',
    item: 'section47.section47',
    referral: 'section47.referral',
    day,
    team: 'section47.team',
  } as const
  return casesOf(db.selectFrom('section47').where(day, '>=', from).where(day, '<=', to), columns, rules)
}

const common = {
  period: 'The day the enquiry started',
  exclusions: 'Each enquiry counts, also where a child has several.',
  source: 'DfE children in need statistics; CIN census',
  better: null,
  snapshot: false,
} as const

export const enquiryKpis: readonly Kpi[] = [
  {
    ...common,
    id: 's47',
    number: 18,
    name: 'Section 47 enquiries',
    definition: 'Section 47 enquiries started.',
    numerator: 'Section 47 enquiries started',
    denominator: null,
    tag: 'DfE',
    kind: 'count',
    settings: [],
    cases: (asking) => enquiries(asking),
  },
  {
    ...common,
    id: 's47-rate',
    number: 18,
    name: 'Section 47 enquiries for 10,000 children',
    definition: 'Section 47 enquiries started in twelve months, for every 10,000 children of the area.',
    numerator: 'Section 47 enquiries started',
    denominator: 'Children aged 0 to 17 of the area (ONS mid-year estimate), in ten thousands',
    period: 'The day the enquiry started; twelve months',
    tag: 'DfE',
    kind: 'per-10000',
    settings: [],
    cases: (asking) => enquiries(asking),
  },
  {
    ...common,
    id: 's47-to-icpc',
    number: 19,
    name: 'Section 47 enquiries that led to a conference',
    definition: 'Of the section 47 enquiries started, those that led to an initial child protection conference.',
    numerator: 'Section 47 enquiries with an initial child protection conference',
    denominator: 'Section 47 enquiries started; by a setting, concluded',
    period: 'The day the enquiry started; by a setting, the day it was concluded',
    exclusions:
      'Each enquiry counts. One whose conference is still to be held is in the denominator only. Nationally only the ratio of the totals can be formed, which counts transfers in; it is shown beside.',
    source: 'Council practice; not published nationally',
    tag: 'local',
    kind: 'percent',
    settings: ['s47-cohort'],
    cases: (asking) =>
      enquiries(
        asking,
        (row) => [
          notCounted(
            'conference-awaited',
            row.and([row('section47.conference', 'is', null), row('section47.stage', '=', 'awaiting-conference')]),
          ),
          notCounted(
            'enquiry-open',
            row.and([row('section47.conference', 'is', null), row('section47.stage', '=', 'started')]),
          ),
          notCounted('no-conference', row('section47.conference', 'is', null)),
        ],
        asking.setting('s47-cohort') === 'started' ? 'section47.started' : 'section47.ended',
      ),
    beside: [
      {
        code: 'ratio-of-totals',
        name: 'All conferences held for all enquiries started, transfers in among them',
        cases: (asking) =>
          together(
            conferences(asking),
            enquiries(asking, (row) => [notCounted('ratio-denominator', row('section47.started', 'is not', null))]),
          ),
      },
    ],
  },
]
