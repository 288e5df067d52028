import { type ExpressionBuilder, sql } from 'kysely'
import { type Asking, type Rule, type Tables, casesOf, leftOut, notCounted } from './cases.js'
import type { Kpi } from './kpi.js'

type Assessment = ExpressionBuilder<Tables, 'assessment'>
type Assessed = ExpressionBuilder<Tables, 'assessment' | 'episode'>
type Measure = 'assessment.days' | 'assessment.days_from_referral'

const columns = {
  kind: 'assessment',
  child: 'assessment.child',
  item: 'assessment.assessment',
  referral: 'assessment.referral',
  worker: 'assessment.worker',
  team: 'assessment.team',
} as const

const measureOf = ({ setting }: Asking): Measure =>
  setting('assessment-clock') === 'start' ? 'assessment.days' : 'assessment.days_from_referral'

/** Assessments authorised in the period, whenever they began. */
function completed(
  asking: Asking,
  rules: (row: Assessment, measure: Measure) => readonly Rule[],
  measure = measureOf(asking),
) {
  const { db, from, to, setting } = asking
  const rows = db
    .selectFrom('assessment')
    .where('assessment.authorised', '>=', from)
    .where('assessment.authorised', '<=', to)
  const later = db
    .selectFrom('assessment as later')
    .select('later.assessment')
    .where(sql<boolean>`later.referral = assessment.referral and later.authorised > assessment.authorised`)
  return casesOf(rows, { ...columns, day: 'assessment.authorised', days: measure }, (row) => [
    ...(setting('assessments-counted') === 'last' ? [leftOut('superseded', row.exists(later))] : []),
    ...rules(row, measure),
  ])
}

const timed = (row: Assessment, measure: Measure) => leftOut('untimed', row(measure, 'is', null))

/** Of the assessments completed, those within so many working days. */
function within(asking: Asking, limit: number, measure?: Measure) {
  return completed(asking, (row, by) => [timed(row, by), notCounted('late', row(by, '>', limit))], measure)
}

/** Assessments under way on a day. Those of a case that was closed are under way no more. */
function open({ db, on }: Asking, rules: (row: Assessed) => readonly Rule[]) {
  const rows = db
    .selectFrom('assessment')
    .leftJoin('episode', 'episode.referral', 'assessment.referral')
    .where('assessment.started', '<=', on)
    .where((row) => row.or([row('assessment.authorised', 'is', null), row('assessment.authorised', '>', on)]))
  return casesOf(rows, { ...columns, day: 'assessment.started' }, (row) => [
    leftOut('case-closed', row('episode.closed', '<=', on)),
    ...rules(row as unknown as Assessed),
  ])
}

const common = {
  denominator: 'Assessments completed',
  period: 'The day the assessment was authorised; it may have started before',
  exclusions: 'Assessments not yet authorised have no duration and are left out. Each assessment counts.',
  source: 'DfE children in need statistics; DfE Local Authority Interactive Tool, data dictionary',
  kind: 'percent',
  better: null,
  snapshot: false,
} as const
const timing = ['assessments-counted', 'bank-holidays'] as const
const local = { tag: 'local', source: 'Not published nationally (only bands are); council practice' } as const

const inDays = (limit: number): Kpi => ({
  ...common,
  ...local,
  id: `assessments-${limit}wd`,
  number: 14,
  name: `Assessments within ${limit} working days`,
  definition: `Of the assessments completed, those authorised within ${limit} working days of their start.`,
  numerator: `Assessments authorised within ${limit} working days of their start`,
  settings: ['assessment-clock', ...timing],
  cases: (asking) => within(asking, limit),
})

const days = {
  ...common,
  ...local,
  number: 16,
  kind: 'working-days',
  settings: ['assessment-clock', ...timing],
  cases: (asking: Asking) => completed(asking, (row, by) => [timed(row, by)]),
} as const

export const assessmentKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'assessments-completed',
    number: 12,
    name: 'Assessments completed',
    definition: 'Assessments authorised.',
    numerator: 'Assessments authorised',
    denominator: null,
    tag: 'DfE',
    kind: 'count',
    settings: ['assessments-counted'],
    cases: (asking) => completed(asking, () => []),
  },
  {
    ...common,
    id: 'assessments-45wd',
    number: 13,
    name: 'Assessments within 45 working days',
    definition: 'Of the assessments completed, those authorised within 45 working days of their start.',
    numerator: 'Assessments authorised within 45 working days of their start, those of the same day among them',
    tag: 'DfE',
    better: 'higher',
    settings: ['assessment-clock', 'assessment-limit', ...timing],
    cases: (asking) => within(asking, Number(asking.setting('assessment-limit'))),
  },
  {
    ...common,
    id: 'assessments-45wd-from-referral',
    number: 13,
    name: 'Assessments within 45 working days of the referral',
    definition: 'Of the assessments completed, those authorised within 45 working days of the referral.',
    numerator: 'Assessments authorised within 45 working days of the referral',
    source: 'Working Together to Safeguard Children; not published nationally',
    tag: 'local',
    better: 'higher',
    settings: ['assessment-limit', ...timing],
    cases: (asking) => within(asking, Number(asking.setting('assessment-limit')), 'assessment.days_from_referral'),
  },
  inDays(10),
  inDays(20),
  inDays(25),
  {
    ...common,
    ...local,
    id: 'assessments-overdue',
    number: 15,
    name: 'Assessments open and overdue',
    definition: 'Assessments under way for more than 45 working days.',
    numerator: 'Assessments under way for more than 45 working days',
    denominator: 'Assessments under way',
    period: 'The end of the last day of the period',
    exclusions: 'An assessment that was never authorised in a case that is closed is left out.',
    kind: 'count',
    better: 'lower',
    snapshot: true,
    settings: ['assessment-clock', 'assessment-limit', 'bank-holidays'],
    cases: (asking) =>
      open(asking, (row) => {
        const since = asking.overdueSince(Number(asking.setting('assessment-limit')))
        const clock = asking.setting('assessment-clock') === 'start' ? 'assessment.started' : 'episode.received'
        return [notCounted('in-time', row(clock, '>', since))]
      }),
  },
  {
    ...days,
    id: 'assessment-days-median',
    name: 'Days to complete an assessment: the middle one',
    definition: 'The median of the working days from the start of an assessment to its authorisation.',
    numerator: 'The middle number of working days; the mean of the two in the middle where they are even in number',
    source: 'DfE children in need statistics publish quartiles',
    measure: 'median',
  },
  {
    ...days,
    id: 'assessment-days-mean',
    name: 'Days to complete an assessment: the mean',
    definition: 'The mean of the working days from the start of an assessment to its authorisation.',
    numerator: 'The working days of all of them together',
    measure: 'mean',
  },
  {
    ...common,
    id: 'assessments-nfa',
    number: 17,
    name: 'Assessments ending without further action',
    definition: 'Of the assessments completed, those that ended without a service: no further action, or a step-down.',
    numerator:
      'Assessments with the outcome no further action or step-down; where an earlier system did not say, those of a case closed with RC8 or RC9',
    source: 'Not published nationally; the nearest national figure is referrals assessed as not in need',
    tag: 'local',
    settings: ['assessments-counted'],
    cases: (asking) =>
      completed(asking, (row) => [
        notCounted('outcome-not-stated', row('assessment.nfa', 'is', null)),
        notCounted('other-outcome', row('assessment.nfa', '=', 0)),
      ]),
  },
]
