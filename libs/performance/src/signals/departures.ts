import type { RowStore } from '@front-door/read-models'

/** How a referral came to its end: who decided, and what early help made of it. */
export interface Departure {
  /** The decisions that ended it, oldest first. Each event's own words, read when it is opened, are the reason. */
  readonly decisions: readonly {
    readonly event: string
    readonly type: string
    readonly day: string
    readonly worker: string
    readonly role: string
    readonly outcome: string | null
  }[]
  /** What was proposed to early help; the words of its event are the closure actions. */
  readonly stepDowns: readonly {
    readonly stepDown: string
    readonly proposed: string
    readonly proposedBy: string
    /** proposed (no answer), accepted or declined. */
    readonly stage: string
    readonly answered: string | null
    readonly answeredBy: string | null
  }[]
  /** What early help did then. */
  readonly earlyHelp: readonly {
    readonly earlyHelp: string
    readonly started: string
    readonly organisation: string | null
    readonly ended: string | null
  }[]
}

/** The acts by which a referral ends at the front door. */
const ending = [
  'ReferralDecided',
  'AssessmentCompleted',
  'AssessmentAuthorised',
  'StepDownProposed',
  'StepDownAccepted',
  'StepDownDeclined',
  'CaseClosed',
]

/** How each of some referrals came to its end. Three queries, however many there are. */
export async function departures(
  db: RowStore['db'],
  referrals: readonly { readonly child: string; readonly referral: string }[],
): Promise<(referral: string) => Departure> {
  const wanted = referrals.map(({ referral }) => referral)
  const children = [...new Set(referrals.map(({ child }) => child))]
  if (wanted.length === 0) return () => ({ decisions: [], stepDowns: [], earlyHelp: [] })
  const decisions = await db
    .selectFrom('decision')
    .select(['referral', 'event', 'type', 'day', 'worker', 'role', 'outcome'])
    .where('child', 'in', children)
    .where('referral', 'in', wanted)
    .where('type', 'in', ending)
    .orderBy('recorded_at')
    .orderBy('event')
    .execute()
  const stepDowns = await db
    .selectFrom('step_down')
    .select(['referral', 'stage', 'proposed', 'answered'])
    .select(['step_down as stepDown', 'proposed_by as proposedBy', 'answered_by as answeredBy'])
    .where('child', 'in', children)
    .where('referral', 'in', wanted)
    .orderBy('proposed')
    .orderBy('step_down')
    .execute()
  const earlyHelp = await db
    .selectFrom('early_help')
    .select(['referral', 'early_help as earlyHelp', 'started', 'organisation', 'ended'])
    .where('child', 'in', children)
    .where('referral', 'in', wanted)
    .orderBy('started')
    .orderBy('early_help')
    .execute()
  return (referral) => ({
    decisions: of(referral, decisions),
    stepDowns: of(referral, stepDowns),
    earlyHelp: of(referral, earlyHelp),
  })
}

function of<R extends { readonly referral: string | null }>(wanted: string, rows: readonly R[]): Omit<R, 'referral'>[] {
  return rows.flatMap(({ referral, ...row }) => (referral === wanted ? [row] : []))
}
