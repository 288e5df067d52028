import type { Day, Instant } from '@front-door/calendar'
import type { Dimension } from './breakdown/dimensions.js'
import type { SettingId } from './settings/settings.js'

/** What is asked for. */
export interface Asked {
  /** The first and the last day, both counted. A snapshot stands at the end of the last, or of today if that is sooner. */
  readonly from: Day
  readonly to: Day
  /** Ids of the catalogue; all of them unless given. */
  readonly ids?: readonly string[] | undefined
  readonly by?: Dimension | undefined
  /** A day (its end) or an instant: the figure as the record stood then. */
  readonly asKnownAt?: string | undefined
  /** What is counted otherwise than this council has agreed: a rehearsal, and labelled so. */
  readonly settings?: Readonly<Partial<Record<SettingId, string>>> | undefined
}

/** Numbers that make a value. A value there is none of (nothing to divide by) is null, never zero. */
export interface Counted {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

/** One part of a broken-down figure. */
export interface Group extends Counted {
  readonly code: string
  readonly name: string
}

/** One figure of one period. */
export interface Figure extends Counted {
  readonly id: string
  readonly from: Day
  readonly to: Day
  /** For a snapshot: the day at whose end it stands. */
  readonly on?: Day
  /** Why there is no value: it is not available, which is not zero. */
  readonly unavailable?: string
  /** What has to be known beside the value: the record tells of a part of the period only. */
  readonly note?: string
  /** Of a breakdown: how many of each code. */
  readonly breakdown?: Readonly<Record<string, number>>
  /** What was asked by; of referrals by source, the groups of sources. */
  readonly groups?: readonly Group[]
  /** The same figure counted in the other ways that are shown beside it. */
  readonly beside?: readonly Group[]
  /** The settings that were not as agreed: this is a rehearsal. */
  readonly rehearsal?: Readonly<Partial<Record<SettingId, string>>>
  readonly asKnownAt?: string
}

/** Where one thing that was looked at stands. */
export type Standing = 'counted' | 'not counted' | 'left out'

/** One thing that was looked at: a referral, an assessment, a visit ... */
export interface CaseSeen {
  readonly child: string
  readonly kind: string
  readonly item: string
  readonly referral: string | null
  /** The day that puts it into the period. */
  readonly day: Day
  readonly standing: Standing
  /** Why it is not counted, or left out: a code, and the same in words. */
  readonly why: string | null
  readonly because: string | null
  readonly days: number | null
  readonly worker: string | null
  /** Of a breakdown: the code it is counted under. */
  readonly code: string | null
  /** The ids of those the child's record is restricted to, where it is: others may learn nothing of the child. */
  readonly restrictedTo?: readonly string[]
}

export interface CasePage {
  readonly figure: Figure
  readonly cases: readonly CaseSeen[]
  /** How many there are of each standing, and of each reason. */
  readonly totals: Readonly<Record<Standing, number>>
  readonly reasons: readonly { readonly why: string; readonly because: string; readonly count: number }[]
  /** `after` of the next page; absent on the last. */
  readonly next?: string
}

export interface Paging {
  readonly after?: string | undefined
  /** At most so many; 50 unless given. */
  readonly limit?: number | undefined
  /** Only those of one standing, of one reason, or of one group: of what was asked `by`, else of those counted under one code. */
  readonly standing?: Standing | undefined
  readonly why?: string | undefined
  readonly group?: string | undefined
  /** Only those of one worker, by the id. */
  readonly worker?: string | undefined
}

export const steps = ['month', 'quarter', 'year'] as const
export type Step = (typeof steps)[number]

/** Figures as the record stands: asked as known at the instant, when the log had come to the position, they are the same. */
export interface Stood {
  readonly position: number
  readonly knownAt: Instant
  readonly figures: readonly Figure[]
}

/** Whether a question can be answered at once; if not, how many events have been read for it, of how many. */
export type Prepared = { readonly ready: true } | { readonly ready: false; readonly read: number; readonly of: number }

/** The figures, wherever they are counted. */
export interface Figures {
  /** Begins what takes long for a question as known at an instant: asked again and again it tells how far that has come. */
  prepare(asked: Asked): Promise<Prepared>
  /** All figures of a period as the record stands, and where it stands. */
  standing(period: Pick<Asked, 'from' | 'to'>): Promise<Stood>
  figures(asked: Asked): Promise<readonly Figure[]>
  /** One page of what a figure is made of. Keyset pagination: `next` leads on whatever is recorded meanwhile. */
  cases(id: string, asked: Asked, paging: Paging): Promise<CasePage>
  /** The same figure for each month, quarter or year that begins from `from` on and not after `to`. */
  series(id: string, asked: Asked, step: Step): Promise<readonly Figure[]>
}
