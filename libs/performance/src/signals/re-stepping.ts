import { type Day, daysBetween } from '@front-door/calendar'
import type { FigureTables, Page, Paging, RowStore } from '@front-door/read-models'
import type { ExpressionBuilder } from 'kysely'
import { placeAfter, readPlace } from '../paging/place.js'
import { dayNumber } from './day-number.js'
import { type Departure, departures } from './departures.js'

/** How a child left: stepped down to early help, no further action on the referral, or none after an assessment. */
export const waysOut = {
  'step-down': 'Stepped down to early help',
  nfa: 'No further action on the referral',
  'nfa-after-assessment': 'No further action after assessment',
} as const
export type WayOut = keyof typeof waysOut

/** A child who left the front door and was back within so many days. */
export interface ReStep extends Departure {
  readonly child: string
  /** The ids of those the child's record is restricted to, with commas between; null where it is not restricted. */
  readonly restricted_to: string | null
  /** The referral that ended, with where it came from. */
  readonly referral: string
  readonly received: Day
  readonly source: string
  readonly team: string
  readonly way: WayOut
  readonly left: Day
  /** The referral the child came back with, and the calendar days between. */
  readonly back: { readonly referral: string; readonly received: Day; readonly source: string }
  readonly days: number
}

export interface ReSteppingWanted {
  /** The first and the last day on which the children came back. */
  readonly from: Day
  readonly to: Day
  /** At most so many calendar days after they left. */
  readonly within: number
}

/**
 * Children who were stepped down, or of whom no more was done, and who were referred again soon after: who agreed to it, what
 * early help answered, and the events whose words say why. Those who came back last first.
 */
export async function reStepping(
  { db }: Pick<RowStore, 'db'>,
  wanted: ReSteppingWanted,
  { after, limit }: Paging,
): Promise<Page<ReStep>> {
  let query = db
    .selectFrom(cameBack(db, wanted).as('found'))
    .selectAll()
    .where('found.way', 'is not', null)
    .whereRef('found.left', '<=', 'found.again_received')
    .where(({ eb, ref }) =>
      eb(eb(dayNumber(ref('found.again_received')), '-', dayNumber(ref('found.left'))), '<=', wanted.within),
    )
  const [at, before] = (after && readPlace(after, 2)) || []
  if (typeof at === 'string' && typeof before === 'string')
    query = query.where(({ eb, and, or }) =>
      or([
        eb('found.again_received', '<', at),
        and([eb('found.again_received', '=', at), eb('found.referral', '>', before)]),
      ]),
    )
  const rows = await query
    .orderBy('found.again_received', 'desc')
    .orderBy('found.referral')
    .limit(limit + 1)
    .execute()
  const shown = rows
    .slice(0, limit)
    .flatMap((row) => (row.way && row.left ? [{ ...row, way: row.way, left: row.left }] : []))
  const departed = await departures(db, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ again_referral, again_received, again_source, ...row }) => ({
      ...row,
      back: { referral: again_referral, received: again_received, source: again_source },
      days: daysBetween(row.left, again_received),
      ...departed(row.referral),
    })),
    ...(rows.length > limit && last ? { next: placeAfter([last.again_received, last.referral]) } : {}),
  }
}

/** Every referral that came in the days, with the one before it of the same child. */
function cameBack(db: RowStore['db'], { from, to }: ReSteppingWanted) {
  return (
    db
      .selectFrom('episode as again')
      // The next referral is the first of its day, and of a later day: that is what `next` says.
      .innerJoin('episode as earlier', (join) =>
        join.onRef('earlier.child', '=', 'again.child').onRef('earlier.next', '=', 'again.received'),
      )
      .leftJoin('child', 'child.child', 'again.child')
      .where('again.of_day', '=', 1)
      .where('again.received', '>=', from)
      .where('again.received', '<=', to)
      .select([
        'earlier.child as child',
        'child.restricted_to as restricted_to',
        'earlier.referral as referral',
        'earlier.received as received',
        'earlier.source as source',
        'earlier.team as team',
        'again.referral as again_referral',
        'again.received as again_received',
        'again.source as again_source',
      ])
      .select((eb) => [wayOut(eb).as('way'), dayLeft(eb).as('left')])
  )
}

type Earlier = ExpressionBuilder<{ earlier: FigureTables['episode'] }, 'earlier'>

function wayOut(eb: Earlier) {
  const way = (out: WayOut) => eb.val(out)
  return eb
    .case()
    .when('earlier.stepped_down', 'is not', null)
    .then(way('step-down'))
    .when('earlier.closure', '=', REFERRED_TO_EARLY_HELP)
    .then(way('step-down'))
    .when('earlier.nfa', '=', 1)
    .then(way('nfa'))
    .when('earlier.closure', '=', NO_FURTHER_ACTION)
    .then(way('nfa-after-assessment'))
    .end()
}

/** The day of the step-down, of the closure, or of the decision. */
function dayLeft(eb: Earlier) {
  const ended = eb
    .case()
    .when('earlier.closure', 'in', [REFERRED_TO_EARLY_HELP, NO_FURTHER_ACTION])
    .then(eb.ref('earlier.closed'))
    .when('earlier.nfa', '=', 1)
    .then(eb.fn.coalesce('earlier.decided', 'earlier.received'))
    .end()
  return eb.fn.coalesce('earlier.stepped_down', ended)
}

/** Census reasons for closure (reference/code-lists/closure_reason.csv). */
const NO_FURTHER_ACTION = 'RC8'
const REFERRED_TO_EARLY_HELP = 'RC9'
