import { sql } from 'kysely'
import { type Asking, type Rule, leftOut, notCounted } from './cases.js'
import type { Episode } from './episodes.js'

/** Whether a referral was decided within the limit: of those decided, or of all where the undecided can fail too. */
export function decidedInTime(asking: Asking): (row: Episode) => readonly Rule[] {
  const { setting, overdueSince } = asking
  const limit = Number(setting('decision-limit'))
  return (row) => {
    const noDay = row('episode.decided', 'is', null)
    const fromBefore = row.and([noDay, row('episode.nfa', 'is not', null)])
    const undecided =
      setting('decision-denominator') === 'decided'
        ? [leftOut('undecided', noDay)]
        : [
            leftOut('in-time', row.and([noDay, row('episode.received', '>', overdueSince(limit))])),
            notCounted('undecided-late', noDay),
          ]
    return [
      leftOut('no-decision-date', fromBefore),
      ...undecided,
      leftOut('untimed', row('episode.decision_days', 'is', null)),
      notCounted('decided-late', sql`${row.ref('episode.decision_days')} > ${limitFor(asking, row, limit)}`),
    ]
  }
}

/** Where day 0 is the next working day for what came out of hours or on a day off, it is one working day longer. */
function limitFor({ setting, daysOff }: Asking, row: Episode, limit: number) {
  if (setting('decision-day-0') === 'received') return sql.lit(limit)
  const off = daysOff()
  const onDayOff = off.length === 0 ? sql`1 = 0` : row('episode.received', 'in', off)
  const later = row.or([row('episode.out_of_hours', '=', 1), sql<boolean>`${onDayOff}`])
  return sql`case when ${later} then ${sql.lit(limit + 1)} else ${sql.lit(limit)} end`
}
