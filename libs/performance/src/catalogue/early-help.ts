import { type Asking, casesOf } from './cases.js'
import type { Kpi } from './kpi.js'

const columns = {
  kind: 'earlyHelp',
  child: 'early_help.child',
  item: 'early_help.early_help',
  referral: 'early_help.referral',
  day: 'early_help.started',
} as const

function started({ db, from, to }: Asking) {
  const rows = db.selectFrom('early_help').where('early_help.started', '>=', from).where('early_help.started', '<=', to)
  return casesOf(rows, columns)
}

function open({ db, on }: Asking) {
  const rows = db
    .selectFrom('early_help')
    .where('early_help.started', '<=', on)
    .where((row) => row.or([row('early_help.ended', 'is', null), row('early_help.ended', '>', on)]))
  return casesOf(rows, columns)
}

const common = {
  denominator: null,
  exclusions: 'None.',
  source: 'Not published nationally; printed in council self-evaluations',
  tag: 'local',
  kind: 'count',
  better: null,
  settings: [],
  number: 0,
} as const

/** Early help stands beside the figures of the front door in the year table; it has no number among them. */
export const earlyHelpKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'early-help-open',
    name: 'Active early help cases',
    definition: 'Early help episodes under way on the day, one for each child.',
    numerator: 'Early help episodes started and not ended by then',
    period: 'The end of the last day of the period',
    snapshot: true,
    cases: open,
  },
  {
    ...common,
    id: 'early-help-started',
    name: 'Early help assessments initiated',
    definition: 'Early help episodes started, one for each child.',
    numerator: 'Early help episodes started',
    period: 'The day early help started',
    snapshot: false,
    cases: started,
  },
]
