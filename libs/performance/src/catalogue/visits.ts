import type { CinPlanTable } from '@front-door/read-models'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Asking, type Rule, casesOf, leftOut, notCounted } from './cases.js'
import type { Kpi } from './kpi.js'

/** A kind of plan: the table it is in, and the clock of its visits. */
interface Visited {
  readonly kind: 'protectionPlan' | 'cinPlan'
  readonly table: 'protection_plan' | 'cin_plan'
  readonly clock: 'protectionVisit' | 'cinVisit'
}

/** Visits that fell due in the period. One due today and not made yet is still in time. */
function due({ db, from, to, on }: Asking, { clock }: Visited) {
  return (
    db
      .selectFrom('timescale')
      // Written out: an index of visits is found by its clocks, and not by a value that comes later.
      .where('timescale.clock', '=', sql.lit(clock))
      .where('timescale.due', '>=', from)
      .where('timescale.due', '<=', to)
      .where((row) => row.or([row('timescale.stop', 'is not', null), row('timescale.due', '<', on)]))
  )
}

const late = sql<SqlBool>`(timescale.stop is null or timescale.met = 0)`

/** Plans open at some time in the period: were all the visits on time that fell due in it? */
function plans(asking: Asking, visited: Visited) {
  const { db, from, to } = asking
  const rows = db
    .selectFrom(sql<CinPlanTable>`${sql.table(visited.table)}`.as('plan'))
    .where('plan.started', '<=', to)
    // Not as two alternatives, which SQLite would look up one by one: plans are gone through once, in their index.
    .where(sql<SqlBool>`coalesce(plan.ended, ${from}) >= ${from}`)
  const columns = {
    kind: visited.kind,
    child: 'plan.child',
    item: 'plan.plan',
    referral: 'plan.referral',
    day: 'plan.started',
  } as const
  return casesOf(rows, columns, (row) => [
    leftOut('visits-not-told', row('plan.visits_told', '=', 0)),
    ...visitsOf(asking, visited),
  ])
}

function visitsOf(asking: Asking, visited: Visited): readonly Rule[] {
  const ofPlan = due(asking, visited)
    .select('timescale.due')
    .where(sql<SqlBool>`timescale.child = plan.child and timescale.item = plan.plan`)
  return [
    leftOut('no-visit-due', sql`not ${anyIn(asking, 'due', ofPlan)}`),
    notCounted('visit-late', anyIn(asking, 'late', ofPlan.where(late))),
  ]
}

/** The row knows the first and the last of these days: the visits are looked up where the period lies between the two. */
function anyIn({ from, to, on }: Asking, days: 'due' | 'late', looked: Expression<unknown>): RawBuilder<SqlBool> {
  const [first, last] = [sql.ref(`plan.visit_${days}_first`), sql.ref(`plan.visit_${days}_last`)]
  return sql<SqlBool>`case
    when plan.visit_next >= ${from} and plan.visit_next < ${on} then true
    when ${first} is null or ${first} > ${to} or ${last} < ${from} then false
    when ${first} >= ${from} or ${last} <= ${to} then true
    else exists ${looked} end`
}

/** Each visit that fell due by itself. */
function eachVisit(asking: Asking, visited: Visited) {
  const columns = {
    kind: visited.kind,
    child: 'timescale.child',
    item: 'timescale.item',
    referral: 'timescale.referral',
    day: 'timescale.due',
  } as const
  return casesOf(due(asking, visited), columns, () => [notCounted('visit-late', late)])
}

const visitsOn = (visited: Visited, words: Pick<Kpi, 'id' | 'name' | 'settings'> & { readonly plan: string }): Kpi => ({
  id: words.id,
  number: 28,
  name: words.name,
  definition: `Of the children with a ${words.plan}, those all of whose visits that fell due in the period were on time.`,
  numerator: 'Plans whose visits due in the period were all made on time',
  denominator: `Children with a ${words.plan} for whom a visit fell due in the period`,
  period: 'The day the visit was due',
  exclusions:
    'A plan with no visit due in the period is left out, and so is one from an earlier system that told of no visits. A visit at which the child was not seen is none. The share of the visits themselves is shown beside.',
  source: 'No national number; how often is what the council has agreed in its policy',
  tag: 'local',
  kind: 'percent',
  better: 'higher',
  snapshot: false,
  settings: words.settings,
  needs: ['plan_visit'],
  cases: (asking) => plans(asking, visited),
  beside: [{ code: 'visits', name: 'Of the visits that fell due', cases: (asking) => eachVisit(asking, visited) }],
})

export const visitKpis: readonly Kpi[] = [
  visitsOn(
    { kind: 'cinPlan', table: 'cin_plan', clock: 'cinVisit' },
    {
      id: 'cin-visits-on-time',
      name: 'Child in need visits on time',
      plan: 'child in need plan',
      settings: ['cin-visit-limit', 'bank-holidays'],
    },
  ),
  visitsOn(
    { kind: 'protectionPlan', table: 'protection_plan', clock: 'protectionVisit' },
    {
      id: 'cp-visits-on-time',
      name: 'Child protection visits on time',
      plan: 'child protection plan',
      settings: ['protection-visit-limit', 'bank-holidays'],
    },
  ),
]
