import type { ExpressionBuilder } from 'kysely'
import { type Asking, type Rule, type Snapshot, type Tables, casesOf, leftOut } from './cases.js'

export type Episode = ExpressionBuilder<Tables, 'episode'>

/** Where a case that is a referral stands. */
export const asCase = {
  kind: 'referral',
  child: 'episode.child',
  item: 'episode.referral',
  referral: 'episode.referral',
  day: 'episode.received',
  team: 'episode.team',
} as const

/** Referrals received in the period: each counts, those without further action among them. */
export function referrals(asking: Asking, rules: (row: Episode) => readonly Rule[] = () => []) {
  const { db, from, to, setting } = asking
  const columns = {
    ...asCase,
    days: 'episode.decision_days',
    code: 'episode.source',
  } as const
  const rows = db.selectFrom('episode').where('episode.received', '>=', from).where('episode.received', '<=', to)
  return casesOf(rows, columns, (row) => [
    ...(setting('same-day-referrals') === 'first' ? [leftOut('same-day', row('episode.of_day', '>', 1))] : []),
    ...rules(row),
  ])
}

/** Cases open at the end of the day, by their dates: received by then, and not closed by then. */
export function open({ db, on }: Snapshot, rules: (row: Episode) => readonly Rule[]) {
  const rows = db
    .selectFrom('episode')
    .where('episode.received', '<=', on)
    .where((row) => row.or([row('episode.closed', 'is', null), row('episode.closed', '>', on)]))
  return casesOf(rows, asCase, rules)
}
