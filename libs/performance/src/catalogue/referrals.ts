import { addDays } from '@front-door/calendar'
import { sql } from 'kysely'
import { groupOfSource } from '../breakdown/parts.js'
import { leftOut, notCounted } from './cases.js'
import { decidedInTime } from './decided-in-time.js'
import { type Episode, referrals } from './episodes.js'
import type { Kpi } from './kpi.js'
import { reReferred } from './re-referred.js'

/** A new assessment may take its time to start: LIIA allows 30 days from the referral. */
const LAG = 30
const furtherAction = (row: Episode) => row('episode.nfa', '=', 1)
const source = 'DfE children in need statistics; DfE Local Authority Interactive Tool, data dictionary'

const common = {
  period: 'The day of the referral',
  tag: 'DfE',
  better: null,
  snapshot: false,
  source,
} as const
const each =
  'Referrals without further action count. A referral is not recorded while a case is open. Of several referrals of a child on one day the first counts.'

export const referralKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'referrals',
    number: 4,
    name: 'Referrals',
    definition: 'Referrals received, each one counted.',
    numerator: 'Referrals received',
    denominator: null,
    exclusions: each,
    kind: 'count',
    settings: ['same-day-referrals'],
    cases: (asking) => referrals(asking),
  },
  {
    ...common,
    id: 'referrals-rate',
    number: 5,
    name: 'Referrals for 10,000 children',
    definition: 'Referrals received in twelve months, for every 10,000 children of the area.',
    numerator: 'Referrals received',
    denominator: 'Children aged 0 to 17 of the area (ONS mid-year estimate), in ten thousands',
    period: 'The day of the referral; twelve months',
    exclusions: each,
    kind: 'per-10000',
    settings: ['same-day-referrals'],
    cases: (asking) => referrals(asking),
  },
  {
    ...common,
    id: 're-referrals',
    number: 6,
    name: 'Re-referrals within 12 months',
    definition: 'Of the referrals received, those of a child who had been referred in the 12 months before.',
    numerator: 'Referrals with an earlier referral of the same child within 12 months before',
    denominator: 'Referrals received',
    exclusions: `${each} Referral day is compared with referral day; a referral of the same day makes no re-referral, one exactly 12 months before does, and one that ended without further action does.`,
    source: `${source}; DfE re-referral analysis, methodology`,
    kind: 'percent',
    better: 'lower',
    looksBack: 12,
    settings: ['same-day-referrals', 'earlier-nfa-referrals', 'twelve-months'],
    cases: (asking) => referrals(asking, reReferred(asking)),
  },
  {
    ...common,
    id: 'referrals-by-source',
    number: 7,
    name: 'Referrals by source',
    definition: 'Referrals received from each source, and from each group of sources.',
    numerator: 'Referrals received, by the code of their source',
    denominator: 'Referrals received',
    exclusions: each,
    source: `${source}; CIN census, CBDS N00152`,
    kind: 'breakdown',
    groupOf: groupOfSource,
    settings: ['same-day-referrals'],
    cases: (asking) => referrals(asking),
  },
  {
    ...common,
    id: 'referrals-decided-1wd',
    number: 8,
    name: 'Referrals decided within one working day',
    definition: 'Of the referrals received and decided, those decided within one working day of their receipt.',
    numerator: 'Referrals decided within one working day of receipt',
    denominator: 'Referrals with a decision; by a setting, all received',
    exclusions:
      'Undecided referrals are left out, and so are referrals from an earlier system that did not say when they were decided. The day of receipt is day 0.',
    source: 'Working Together to Safeguard Children; the share is not published nationally',
    tag: 'local',
    kind: 'percent',
    better: 'higher',
    settings: ['same-day-referrals', 'decision-denominator', 'decision-limit', 'decision-day-0', 'bank-holidays'],
    needs: ['decisions'],
    cases: (asking) => referrals(asking, decidedInTime(asking)),
  },
  {
    ...common,
    id: 'referrals-nfa',
    number: 9,
    name: 'Referrals ending without further action',
    definition: 'Of the referrals received, those that ended without an assessment, enquiry or plan.',
    numerator: 'Referrals that ended without further action (census ReferralNFA)',
    denominator: 'Referrals received',
    exclusions: each,
    kind: 'percent',
    settings: ['same-day-referrals'],
    cases: (asking) =>
      referrals(asking, (row) => [
        notCounted('undecided', row('episode.nfa', 'is', null)),
        notCounted('other-outcome', row('episode.nfa', '=', 0)),
      ]),
  },
  {
    ...common,
    id: 'referrals-not-in-need',
    number: 10,
    name: 'Referrals assessed as not in need',
    definition: 'Of the referrals received, those assessed and then closed because the child was not in need.',
    numerator:
      'Referrals with an assessment and nothing further (no section 47 enquiry, conference or plan), closed with RC8 or RC9',
    denominator: 'Referrals received',
    exclusions: `${each} Cases still open are not counted as not in need.`,
    kind: 'percent',
    settings: ['same-day-referrals', 'not-in-need-with-s47'],
    cases: (asking) =>
      referrals(asking, (row) => [
        notCounted('undecided', row('episode.nfa', 'is', null)),
        notCounted('nfa', furtherAction(row)),
        notCounted('no-assessment', row('episode.first_assessment', 'is', null)),
        ...(asking.setting('not-in-need-with-s47') === 'excluded'
          ? [notCounted('s47', row('episode.section47s', '>', 0))]
          : []),
        notCounted('conference-held', row('episode.conferences', '>', 0)),
        notCounted('plan-made', row.or([row('episode.protection_plans', '>', 0), row('episode.cin_plans', '>', 0)])),
        notCounted('still-open', row('episode.closed', 'is', null)),
        notCounted('other-closure', sql`coalesce(${row.ref('episode.closure')}, '') not in ('RC8', 'RC9')`),
      ]),
  },
  {
    ...common,
    id: 'referral-to-assessment',
    number: 11,
    name: 'Referrals that led to an assessment',
    definition: 'Of the referrals that went on, those with an assessment started.',
    numerator: 'Referrals with an assessment started on the case',
    denominator: 'Referrals received less those without further action; by a setting, all received',
    exclusions: `Referrals without further action are left out. An assessment may start after the period: a figure settles ${LAG} days after its end.`,
    source: 'Council practice; LIIA uses 30 days from referral to assessment',
    tag: 'local',
    kind: 'percent',
    settings: ['same-day-referrals', 'referrals-that-go-on'],
    cases: (asking) =>
      referrals(asking, (row) => [
        ...(asking.setting('referrals-that-go-on') === 'not-nfa' ? [leftOut('nfa', furtherAction(row))] : []),
        notCounted(
          'assessment-may-follow',
          row.and([
            row('episode.first_assessment', 'is', null),
            row('episode.received', '>', addDays(asking.today, -LAG)),
            row.or([row('episode.nfa', 'is', null), row('episode.nfa', '=', 0)]),
          ]),
        ),
        notCounted('no-assessment', row('episode.first_assessment', 'is', null)),
      ]),
  },
]
