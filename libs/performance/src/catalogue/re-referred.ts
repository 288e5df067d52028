import { sql } from 'kysely'
import { type Asking, type Rule, notCounted } from './cases.js'
import { monthsAfter } from './months-after.js'
import type { Episode } from './episodes.js'

/**
 * Whether a referral is a re-referral: the row knows it as the definition says. Only where a rehearsal asks otherwise
 * are the child's earlier referrals looked at again.
 */
export function reReferred({ db, setting }: Asking): (row: Episode) => readonly Rule[] {
  const [nfa, boundary] = [setting('earlier-nfa-referrals'), setting('twelve-months')]
  if (nfa === 'count' && boundary === 'included')
    return (row) => [
      notCounted('no-earlier-referral', row('episode.previous', 'is', null)),
      notCounted('earlier-referral-older', row('episode.re_referral', '=', 0)),
    ]
  return (row) => {
    let earlier = db
      .selectFrom('episode as earlier')
      .select('earlier.referral')
      .where(sql<boolean>`earlier.child = ${row.ref('episode.child')}`)
      .where(sql<boolean>`earlier.received < ${row.ref('episode.received')}`)
      .where('earlier.received', boundary === 'included' ? '>=' : '>', monthsAfter('episode.received', -12))
    if (nfa === 'ignored') earlier = earlier.where(sql<boolean>`coalesce(earlier.nfa, 0) = 0`)
    return [
      notCounted('no-earlier-referral', row('episode.previous', 'is', null)),
      notCounted('earlier-referral-older', row.not(row.exists(earlier))),
    ]
  }
}
