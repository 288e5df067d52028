import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'

/** The tables that figures are counted from. */
export const figures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [name, { columns, key, indexes = [] }] of Object.entries(tables)) {
      let table: CreateTableBuilder<string, string> = db.schema.createTable(name)
      for (const [column, written] of columnsOf(columns)) {
        const [type, optional] = typeOf(written)
        table = table.addColumn(column, type, (definition) => (optional ? definition : definition.notNull()))
      }
      await table.addPrimaryKeyConstraint(`${name}_pk`, ['child', ...key]).execute()
      for (const index of indexes)
        await db.schema
          .createIndex(`${name}_by_${index.join('_')}`)
          .on(name)
          .columns([...index])
          .execute()
    }
    // What is new here follows from the log: it is read again from the beginning.
    await sql`delete from checkpoint`.execute(db)
  },
}

/** Columns of one type, separated by spaces; `text?` may be null. */
type Columns = Partial<Record<'text' | 'text?' | 'integer' | 'integer?' | 'double precision?', string>>

interface Table {
  readonly columns: Columns
  /** What tells two rows of one child apart. */
  readonly key: readonly string[]
  readonly indexes?: readonly (readonly string[])[]
}

function columnsOf(columns: Columns): readonly (readonly [column: string, written: string])[] {
  return Object.entries(columns).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const))
}

function typeOf(written: string): readonly ['text' | 'integer' | 'double precision', optional: boolean] {
  const type = written.startsWith('text') ? 'text' : written.startsWith('integer') ? 'integer' : 'double precision'
  return [type, written.endsWith('?')]
}

const tables: Readonly<Record<string, Table>> = {
  subject: {
    columns: {
      text: 'child stage disabilities',
      'text?': 'birth_date expected_birth_date death_date sex ethnicity upn_unknown locality',
      integer: 'has_upn',
    },
    key: [],
  },
  episode: {
    columns: {
      text: 'referral child received received_at source worker team stage',
      'text?':
        'agency contact stepped_up_from outcome need decided informed first_allocated closed closure previous next ' +
        'first_assessment stepped_down',
      integer:
        'out_of_hours domestic_abuse imported of_day re_referral section47s conferences protection_plans cin_plans ' +
        'authorised_assessments',
      'integer?': 'nfa decision_days assessment_wait',
    },
    key: ['referral'],
    indexes: [['referral'], ['received'], ['closed'], ['stage']],
  },
  assessment: {
    columns: {
      text: 'assessment child referral started stage worker team',
      'text?': 'completed authorised outcome due seen',
      integer: 'imported',
      'integer?': 'days days_from_referral',
    },
    key: ['assessment'],
    indexes: [['referral'], ['started'], ['authorised'], ['stage']],
  },
  assessment_factor: { columns: { text: 'assessment child factor' }, key: ['assessment', 'factor'] },
  discussion: {
    columns: { text: 'discussion child about held outcome team', 'text?': 'referral' },
    key: ['discussion'],
    indexes: [['held'], ['referral']],
  },
  section47: {
    columns: {
      text: 'section47 child referral started stage team',
      'text?': 'ended outcome conference',
      integer: 'conference_not_required',
    },
    key: ['section47'],
    indexes: [['started'], ['ended'], ['referral']],
  },
  conference: {
    columns: {
      text: 'conference child referral kind held outcome',
      'text?': 'section47',
      integer: 'plan',
      'integer?': 'days',
    },
    key: ['conference'],
    indexes: [['held'], ['referral']],
  },
  protection_plan: {
    columns: {
      text: 'plan child referral started category latest_category',
      'text?': 'conference ended previous_ended',
      integer: 'carried_over',
      'integer?': 'previous_plans',
    },
    key: ['plan'],
    indexes: [['started'], ['ended'], ['referral']],
  },
  cin_plan: {
    columns: { text: 'plan child referral started', 'text?': 'ended' },
    key: ['plan'],
    indexes: [['started'], ['ended'], ['referral']],
  },
  plan_review: {
    columns: { text: 'plan child kind held outcome', integer: 'number' },
    key: ['plan', 'number'],
    indexes: [['held']],
  },
  plan_visit: {
    columns: { text: 'event child plan kind made', integer: 'seen', 'integer?': 'alone bedroom' },
    key: ['event'],
    indexes: [['plan'], ['made']],
  },
  step_down: {
    columns: { text: 'step_down child referral proposed proposed_by stage team', 'text?': 'answered answered_by' },
    key: ['step_down'],
    indexes: [['proposed'], ['answered'], ['referral']],
  },
  step_up: {
    columns: { text: 'referral child received', 'text?': 'early_help' },
    key: ['referral'],
    indexes: [['received']],
  },
  early_help: {
    columns: {
      text: 'early_help child started',
      'text?': 'step_down contact referral organisation ended end_reason',
    },
    key: ['early_help'],
    indexes: [['started'], ['ended'], ['referral']],
  },
  allocation: {
    columns: { text: 'event child referral worker team given given_at', 'text?': 'ended change' },
    key: ['event'],
    indexes: [['worker'], ['given'], ['referral']],
  },
  timescale: {
    columns: {
      text: 'child clock kind item start',
      'text?': 'referral stop due',
      integer: 'number off',
      'integer?': 'met',
      'double precision?': 'elapsed',
    },
    key: ['clock', 'kind', 'item', 'number'],
    indexes: [
      ['clock', 'start'],
      ['clock', 'stop'],
    ],
  },
  decision: {
    columns: {
      text: 'event child type item day recorded_at worker role team',
      'text?': 'referral outcome reason',
    },
    key: ['event'],
    indexes: [['type', 'day'], ['item'], ['reason']],
  },
  trail_line: {
    columns: {
      text: 'event child type occurred_at recorded_at worker role team',
      'text?': 'corrects',
      integer: 'number',
    },
    key: ['number'],
    indexes: [['recorded_at'], ['corrects']],
  },
}
