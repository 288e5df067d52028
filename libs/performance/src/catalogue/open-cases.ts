import { type Expression, type SqlBool, sql } from 'kysely'
import { type Asking, casesOf, leftOut, notCounted, together } from './cases.js'
import { asCase, open } from './episodes.js'
import type { Kpi } from './kpi.js'

/** What may be missing from the record of a child with an open case, as the census would query it. */
export const missing: Readonly<Record<string, { readonly name: string; readonly when: Expression<SqlBool> }>> = {
  'birth-date': {
    name: 'Date of birth',
    when: sql`subject.birth_date is null and subject.stage <> 'unborn'`,
  },
  sex: { name: 'Sex', when: sql`coalesce(subject.sex, 'U') = 'U' and subject.stage <> 'unborn'` },
  ethnicity: {
    name: 'Ethnicity (none, or NOBT: not yet obtained)',
    when: sql`coalesce(subject.ethnicity, 'NOBT') = 'NOBT'`,
  },
  disability: { name: 'Disability (none recorded, nor that there is none)', when: sql`subject.disabilities = ''` },
  upn: { name: 'UPN', when: sql`subject.has_upn = 0` },
  'upn-reason': {
    name: 'UPN, and the reason there is none',
    when: sql`subject.has_upn = 0 and subject.upn_unknown is null`,
  },
  need: { name: 'Primary need (none, or N0: not stated)', when: sql`coalesce(episode.need, 'N0') = 'N0'` },
}

/** One case for each thing missing from an open case, and one for each case that lacks nothing. */
function missingFrom({ db, on }: Asking) {
  const rows = db
    .selectFrom('episode')
    .innerJoin('subject', 'subject.child', 'episode.child')
    .where('episode.received', '<=', on)
    .where((row) => row.or([row('episode.closed', 'is', null), row('episode.closed', '>', on)]))
    .where(sql<SqlBool>`coalesce(episode.nfa, 0) = 0`)
  const lacking = Object.entries(missing).map(([code, { when }]) =>
    casesOf(rows.where(when), { ...asCase, code: sql.lit(code) }),
  )
  const whole = Object.values(missing).reduce((left, { when }) => left.where((row) => row.not(when)), rows)
  return together(
    ...lacking,
    casesOf(whole, asCase, (row) => [notCounted('nothing-missing', row('episode.referral', 'is not', null))]),
  )
}

const common = { period: 'The end of the last day of the period', snapshot: true, settings: [] } as const

export const openCaseKpis: readonly Kpi[] = [
  {
    ...common,
    id: 'cin-open',
    number: 27,
    name: 'Children in need',
    definition: 'Cases open on the day: referrals that did not end without further action and are not closed.',
    numerator: 'Cases open',
    denominator: null,
    exclusions:
      'Referrals without further action are left out. A child assessed as not in need counts until the case is closed; a case closed on the day is not open at its end.',
    source: 'DfE children in need statistics',
    tag: 'DfE',
    kind: 'count',
    better: null,
    cases: (asking) => open(asking, (row) => [leftOut('nfa', row('episode.nfa', '=', 1))]),
  },
  {
    ...common,
    id: 'missing-data',
    number: 36,
    name: 'Missing from the record',
    definition: 'What is missing from the records of children with an open case.',
    numerator: 'Open cases that lack it, by what is missing',
    denominator: 'Open cases',
    exclusions: 'Unborn children lack neither a date of birth nor a sex.',
    source: 'CIN census validation rules',
    tag: 'local',
    kind: 'breakdown',
    better: 'lower',
    cases: missingFrom,
  },
]
