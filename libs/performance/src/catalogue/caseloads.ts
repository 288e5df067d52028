import { addDays } from '@front-door/calendar'
import { type Snapshot, casesOf, leftOut, notCounted } from './cases.js'
import { open } from './episodes.js'
import type { Kpi } from './kpi.js'

/** Cases a worker held at the end of the day. */
export function held({ db, on }: Snapshot) {
  const rows = db
    .selectFrom('allocation')
    .where('allocation.given', '<=', on)
    .where((row) => row.or([row('allocation.ended', 'is', null), row('allocation.ended', '>', on)]))
  const columns = {
    kind: 'referral',
    child: 'allocation.child',
    item: 'allocation.referral',
    referral: 'allocation.referral',
    day: 'allocation.given',
    worker: 'allocation.worker',
    team: 'allocation.team',
    code: 'allocation.worker',
  } as const
  return casesOf(rows, columns)
}

/** Open cases and whether somebody had them; `by` the day they must have been decided. */
export function unallocated(asking: Snapshot, by = asking.on) {
  return open(asking, (row) => [
    leftOut('nfa', row('episode.nfa', '=', 1)),
    leftOut('undecided', row('episode.nfa', 'is', null)),
    leftOut('undecided', row('episode.decided', '>', asking.on)),
    notCounted('allocated', row('episode.first_allocated', '<=', asking.on)),
    notCounted('not-yet-24-hours', row('episode.decided', '>', by)),
  ])
}

const common = {
  period: 'The end of the last day of the period',
  tag: 'local',
  better: null,
  snapshot: true,
  settings: [],
} as const
const practice = 'Council practice'

export const caseloadKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'caseload-mean',
    number: 32,
    name: 'Caseload: the mean',
    definition: 'Open cases for each worker who has any.',
    numerator: 'Open cases that are allocated',
    denominator: 'Workers with at least one of them',
    exclusions:
      'Workers are counted as people, agency staff among them. The published figure divides by full-time equivalents at 30 September, which are not known here.',
    source: 'DfE children’s social work workforce, as a local daily figure',
    tag: 'DfE',
    kind: 'ratio',
    measure: 'for-each-worker',
    cases: held,
  },
  {
    ...common,
    id: 'caseload-max',
    number: 33,
    name: 'Caseload: the largest',
    definition: 'The most open cases that one worker has.',
    numerator: 'Open cases of the worker with most',
    denominator: null,
    exclusions: 'Cases without a worker are left out. How many each worker has is in the breakdown.',
    source: practice,
    kind: 'count',
    measure: 'most-of-a-worker',
    cases: held,
  },
  {
    ...common,
    id: 'unallocated',
    number: 34,
    name: 'Unallocated cases',
    definition: 'Open cases without a worker.',
    numerator: 'Open cases that were not allocated to a worker by then',
    denominator: 'Open cases',
    exclusions:
      'Referrals not yet decided, or without further action, are left out. Those decided more than a day before are shown beside.',
    source: practice,
    kind: 'count',
    better: 'lower',
    needs: ['allocation'],
    cases: (asking) => unallocated(asking),
    beside: [
      {
        code: 'over-24-hours',
        name: 'Decided more than 24 hours before',
        cases: (asking) => unallocated(asking, addDays(asking.on, -1)),
      },
    ],
  },
  {
    ...common,
    id: 'decisions-overdue',
    number: 35,
    name: 'Referral decisions overdue',
    definition: 'Referrals not decided, of which more than one working day has gone by.',
    numerator: 'Undecided referrals received more than one working day ago',
    denominator: 'Undecided referrals',
    exclusions: 'Referrals that are decided by then are left out.',
    source: 'Working Together to Safeguard Children; not published nationally',
    kind: 'count',
    better: 'lower',
    settings: ['decision-limit', 'bank-holidays'],
    needs: ['decisions'],
    cases: (asking) =>
      open(asking, (row) => [
        leftOut('decided', row('episode.decided', '<=', asking.on)),
        leftOut('decided', row.and([row('episode.decided', 'is', null), row('episode.nfa', 'is not', null)])),
        notCounted(
          'in-time',
          row('episode.received', '>', asking.overdueSince(Number(asking.setting('decision-limit')))),
        ),
      ]),
  },
]
