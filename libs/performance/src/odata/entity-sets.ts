import type { ContactTable, FigureTables } from '@front-door/read-models'
import { type RawBuilder, sql } from 'kysely'
import { updatesOpenCase } from '../catalogue/contacts.js'

/** The types of the properties; with a question mark where there may be none. */
type Primitive = 'String' | 'Date' | 'DateTimeOffset' | 'Int32' | 'Double' | 'Boolean'

export interface Property {
  readonly name: string
  readonly column: string
  readonly type: Primitive
  readonly nullable: boolean
  /** What it says of a row of `it`, its table, where that is no column by itself. */
  readonly says?: RawBuilder<unknown>
}

export interface EntitySet {
  readonly name: string
  readonly table: string
  /** The columns that tell one row from another, with the child's. */
  readonly key: readonly string[]
  readonly properties: readonly Property[]
}

interface Tables extends FigureTables {
  contact: ContactTable
}

/** The child whom a row is about. There is none where the child's record is restricted to some. */
export const CHILD = 'child'

function entitySet<T extends keyof Tables & string>(
  name: string,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  columns: Readonly<Partial<Record<keyof Tables[T] & string, Primitive | `${Primitive}?`>>>,
  rules: Readonly<Record<string, RawBuilder<unknown>>> = {},
): EntitySet {
  const properties = Object.entries<Primitive | `${Primitive}?` | undefined>(columns).flatMap(([column, type]) =>
    type === undefined ? [] : [property(column, type)],
  )
  const ruled = Object.entries(rules).map(([column, holds]) => ({
    ...property(column, 'Boolean'),
    says: sql`(case when ${holds} then 1 else 0 end)`,
  }))
  return { name, table, key, properties: [...properties, ...ruled, property(CHILD, 'String?')] }
}

function property(column: string, written: string): Property {
  const name = column.replaceAll(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
  return { name, column, type: written.replace('?', '') as Primitive, nullable: written.endsWith('?') }
}

/**
 * What the feed offers: the tables that figures are counted from, without anything that names a child: no names, no words,
 * no dates of birth, no identifiers but our own.
 */
export const entitySets: readonly EntitySet[] = [
  entitySet('Children', 'subject', ['child'], {
    stage: 'String',
    sex: 'String?',
    ethnicity: 'String?',
    disabilities: 'String',
    has_upn: 'Boolean',
    upn_unknown: 'String?',
    locality: 'String?',
  }),
  entitySet(
    'Contacts',
    'contact',
    ['contact'],
    {
      contact: 'String',
      received_day: 'Date',
      source: 'String',
      agency: 'String?',
      team: 'String',
      domestic_abuse: 'Boolean',
      out_of_hours: 'Boolean',
      priority: 'String?',
      stage: 'String',
      outcome: 'String?',
      referral: 'String?',
    },
    { updates_open_case: updatesOpenCase('it.outcome') },
  ),
  entitySet('Referrals', 'episode', ['referral'], {
    referral: 'String',
    received: 'Date',
    source: 'String',
    agency: 'String?',
    team: 'String',
    out_of_hours: 'Boolean',
    domestic_abuse: 'Boolean',
    contact: 'String?',
    stepped_up_from: 'String?',
    imported: 'Boolean',
    stage: 'String',
    outcome: 'String?',
    nfa: 'Boolean?',
    need: 'String?',
    decided: 'Date?',
    decision_days: 'Int32?',
    informed: 'Date?',
    first_allocated: 'Date?',
    closed: 'Date?',
    closure: 'String?',
    of_day: 'Int32',
    previous: 'Date?',
    re_referral: 'Boolean',
    next: 'Date?',
    first_assessment: 'Date?',
    assessment_wait: 'Int32?',
    section47s: 'Int32',
    conferences: 'Int32',
    protection_plans: 'Int32',
    cin_plans: 'Int32',
    authorised_assessments: 'Int32',
    stepped_down: 'Date?',
  }),
  entitySet('Assessments', 'assessment', ['assessment'], {
    assessment: 'String',
    referral: 'String',
    started: 'Date',
    completed: 'Date?',
    authorised: 'Date?',
    stage: 'String',
    outcome: 'String?',
    days: 'Int32?',
    days_from_referral: 'Int32?',
    due: 'Date?',
    seen: 'Date?',
    worker: 'String',
    team: 'String',
  }),
  entitySet('AssessmentFactors', 'assessment_factor', ['assessment', 'factor'], {
    assessment: 'String',
    factor: 'String',
  }),
  entitySet('StrategyDiscussions', 'discussion', ['discussion'], {
    discussion: 'String',
    about: 'String',
    referral: 'String?',
    held: 'Date',
    outcome: 'String',
    team: 'String',
  }),
  entitySet('Section47Enquiries', 'section47', ['section47'], {
    section47: 'String',
    referral: 'String',
    started: 'Date',
    ended: 'Date?',
    stage: 'String',
    outcome: 'String?',
    conference_not_required: 'Boolean',
    conference: 'String?',
    team: 'String',
  }),
  entitySet('Conferences', 'conference', ['conference'], {
    conference: 'String',
    referral: 'String',
    kind: 'String',
    section47: 'String?',
    held: 'Date',
    outcome: 'String',
    days: 'Int32?',
    plan: 'Boolean',
  }),
  entitySet('ChildProtectionPlans', 'protection_plan', ['plan'], {
    plan: 'String',
    referral: 'String',
    conference: 'String?',
    started: 'Date',
    ended: 'Date?',
    category: 'String',
    latest_category: 'String',
    previous_plans: 'Int32?',
    previous_ended: 'Date?',
    carried_over: 'Boolean',
  }),
  entitySet('ChildInNeedPlans', 'cin_plan', ['plan'], {
    plan: 'String',
    referral: 'String',
    started: 'Date',
    ended: 'Date?',
  }),
  entitySet('PlanReviews', 'plan_review', ['plan', 'number'], {
    plan: 'String',
    number: 'Int32',
    kind: 'String',
    held: 'Date',
    outcome: 'String',
  }),
  entitySet('PlanVisits', 'plan_visit', ['event'], {
    event: 'String',
    plan: 'String',
    kind: 'String',
    made: 'Date',
    seen: 'Boolean',
    alone: 'Boolean?',
    bedroom: 'Boolean?',
  }),
  entitySet('StepDowns', 'step_down', ['step_down'], {
    step_down: 'String',
    referral: 'String',
    proposed: 'Date',
    proposed_by: 'String',
    answered: 'Date?',
    answered_by: 'String?',
    stage: 'String',
    team: 'String',
  }),
  entitySet('StepUps', 'step_up', ['referral'], { referral: 'String', early_help: 'String?', received: 'Date' }),
  entitySet('EarlyHelp', 'early_help', ['early_help'], {
    early_help: 'String',
    step_down: 'String?',
    contact: 'String?',
    referral: 'String?',
    organisation: 'String?',
    started: 'Date',
    ended: 'Date?',
    end_reason: 'String?',
  }),
  entitySet('Allocations', 'allocation', ['event'], {
    event: 'String',
    referral: 'String',
    worker: 'String',
    team: 'String',
    given: 'Date',
    ended: 'Date?',
    change: 'String?',
  }),
  entitySet('Timescales', 'timescale', ['clock', 'kind', 'item', 'number'], {
    clock: 'String',
    kind: 'String',
    item: 'String',
    number: 'Int32',
    referral: 'String?',
    start: 'Date',
    stop: 'Date?',
    due: 'Date?',
    elapsed: 'Double?',
    met: 'Boolean?',
    off: 'Boolean',
  }),
  entitySet('Decisions', 'decision', ['event'], {
    event: 'String',
    type: 'String',
    item: 'String',
    referral: 'String?',
    outcome: 'String?',
    day: 'Date',
    recorded_at: 'DateTimeOffset',
    worker: 'String',
    role: 'String',
    team: 'String',
  }),
]

export function propertyOf(set: EntitySet, name: string): Property | undefined {
  return set.properties.find((property) => property.name === name)
}
