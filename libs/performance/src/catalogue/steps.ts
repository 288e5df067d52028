import { addMonths } from '@front-door/calendar'
import { type SqlBool, sql } from 'kysely'
import { type Asking, type Rule, casesOf, leftOut, notCounted, together } from './cases.js'
import { type Episode, asCase } from './episodes.js'
import type { Kpi } from './kpi.js'
import { monthsAfter } from './months-after.js'

/** The case was closed; a referral that early help took over from the start is no case, and has only that day. */
const steppedDownOn = sql<string>`coalesce(episode.closed, episode.stepped_down)`

/** Step-downs: cases closed with RC9, and those that early help accepted or took on. */
function stepDowns({ db, from, to }: Asking, rules: (row: Episode) => readonly Rule[] = () => []) {
  const rows = db
    .selectFrom('episode')
    .where(steppedDownOn, '>=', from)
    .where(steppedDownOn, '<=', to)
    .where((row) => row.or([row('episode.closure', '=', 'RC9'), row('episode.stepped_down', 'is not', null)]))
  const columns = {
    kind: 'referral',
    child: 'episode.child',
    item: 'episode.referral',
    referral: 'episode.referral',
    day: steppedDownOn,
    team: 'episode.team',
  } as const
  return casesOf(rows, columns, rules)
}

function followedUp(asking: Asking) {
  const months = Number(asking.setting('step-down-follow-up'))
  return stepDowns(asking, (row) => [
    leftOut('not-followed-up', row(steppedDownOn, '>', addMonths(asking.today, -months))),
    notCounted('no-new-referral', row('episode.next', 'is', null)),
    notCounted('after-period-of-follow-up', row(steppedDownOn, '<', monthsAfter('episode.next', -months))),
  ])
}

/** Referrals that came from early help. */
function fromEarlyHelp({ db, from, to }: Asking) {
  const rows = db
    .selectFrom('episode')
    .where('episode.received', '>=', from)
    .where('episode.received', '<=', to)
    .where((row) => row.or([row('episode.source', '=', '5D'), row('episode.stepped_up_from', 'is not', null)]))
  return casesOf(rows, asCase)
}

/** Early help that ended with a step-up; `alone`: where no referral says that it came from there. */
function endedWithStepUp({ db, from, to }: Asking, { alone = false } = {}) {
  const linked = db
    .selectFrom('episode')
    .select('episode.referral')
    .where(sql<SqlBool>`episode.child = early_help.child and episode.stepped_up_from = early_help.early_help`)
  let rows = db
    .selectFrom('early_help')
    .where('early_help.ended', '>=', from)
    .where('early_help.ended', '<=', to)
    .where('early_help.end_reason', '=', 'STEP_UP')
  if (alone) rows = rows.where((row) => row.not(row.exists(linked)))
  const columns = {
    kind: 'earlyHelp',
    child: 'early_help.child',
    item: 'early_help.early_help',
    referral: 'early_help.referral',
    day: 'early_help.ended',
  } as const
  return casesOf(rows, columns)
}

const common = { source: 'Not published nationally; council practice', tag: 'local', snapshot: false } as const

export const stepKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'step-downs',
    number: 29,
    name: 'Step-downs to early help',
    definition: 'Cases closed and passed on to early help.',
    numerator: 'Cases closed with RC9, and cases or referrals that early help accepted or took on',
    denominator: null,
    period: 'The day the case was closed; of a referral that became no case, the day early help took it on',
    exclusions: 'Step-downs that early help declined are left out, unless the case was closed with RC9.',
    kind: 'count',
    better: null,
    settings: [],
    cases: (asking) => stepDowns(asking),
  },
  {
    ...common,
    id: 'step-ups',
    number: 30,
    name: 'Step-ups from early help',
    definition: 'Children taken up from early help into social care.',
    numerator: 'Referrals from early help, and early help that ended with a step-up without such a referral',
    denominator: null,
    period: 'The day of the referral; where there is none, the day early help ended',
    exclusions: 'Both ways to count it are shown beside.',
    kind: 'count',
    better: null,
    settings: [],
    cases: (asking) => together(fromEarlyHelp(asking), endedWithStepUp(asking, { alone: true })),
    beside: [
      { code: 'referrals', name: 'Referrals from early help (source 5D, or stepped up)', cases: fromEarlyHelp },
      { code: 'ended', name: 'Early help that ended with a step-up', cases: (asking) => endedWithStepUp(asking) },
    ],
  },
  {
    ...common,
    id: 're-referrals-after-step-down',
    number: 31,
    name: 'Re-referrals after a step-down',
    definition: 'Of the step-downs to early help, those whose child was referred again within 12 months.',
    numerator: 'Step-downs with a new referral within 12 months',
    denominator: 'Step-downs at least 12 months ago',
    period: 'The day of the step-down; each is followed for 12 months, also past the end of the period',
    exclusions:
      'Step-downs less than 12 months ago are left out, for they are not yet followed up. The same after 3 and after 6 months is shown beside.',
    kind: 'percent',
    better: 'lower',
    settings: ['step-down-follow-up'],
    cases: followedUp,
    beside: [
      { code: '3-months', name: 'Within 3 months', settings: { 'step-down-follow-up': '3' } },
      { code: '6-months', name: 'Within 6 months', settings: { 'step-down-follow-up': '6' } },
    ],
  },
]
