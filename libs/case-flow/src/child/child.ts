import type { Day, Moment } from '@front-door/calendar'
import type {
  agency,
  assessmentOutcome,
  CodeOf,
  consent,
  contactOutcome,
  contactSource,
  primaryNeed,
} from '../codes/index.js'
import type { priority, referralOutcome, section47Outcome, voiceHow } from '../codes/index.js'
import type { ChildId } from '../event/event.js'

/**
 * What is known of one child, folded from the child's history. It holds no words: only the dates, codes, ids and
 * stages that rules and figures need.
 */
export interface Child {
  readonly id: ChildId
  readonly person: Person
  readonly contacts: readonly Contact[]
  readonly consultations: readonly Item<'given'>[]
  readonly requests: readonly InformationRequest[]
  readonly referrals: readonly Referral[]
  readonly assessments: readonly Assessment[]
  readonly discussions: readonly Discussion[]
  readonly section47s: readonly Section47[]
  readonly conferences: readonly Conference[]
  readonly protectionPlans: readonly ProtectionPlan[]
  readonly cinPlans: readonly Plan[]
  readonly stepDowns: readonly StepDown[]
  readonly earlyHelp: readonly EarlyHelp[]
  readonly sightings: readonly (Noted & { readonly alone?: boolean | undefined })[]
  readonly voices: readonly (Noted & { readonly how: CodeOf<typeof voiceHow> })[]
  readonly oversights: readonly Noted[]
  readonly safetyPlans: readonly Noted[]
  readonly missedTimescales: readonly (Noted & { readonly clock: string })[]
  readonly visits: readonly (Noted & { readonly seen: boolean })[]
  readonly corrections: readonly { readonly event: string; readonly at: Moment }[]
  /** Acts that were recorded without their reason, which has to follow. */
  readonly unexplained: readonly { readonly event: string; readonly type: string; readonly at: Moment }[]
}

export interface Person {
  readonly stage: 'unregistered' | 'unborn' | 'living' | 'died' | 'merged'
  readonly named: boolean
  readonly birthDate?: Day | undefined
  readonly expectedBirthDate?: Day | undefined
  /** On which day that was recorded; of imported history, on which it is said to have been. */
  readonly expectedOn?: Day | undefined
  readonly deathDate?: Day | undefined
  readonly sex?: string | undefined
  readonly ethnicity?: string | undefined
  readonly disabilities: readonly string[]
  readonly hasUpn: boolean
  readonly upnUnknown?: string | undefined
  readonly locality?: string | undefined
  readonly relations: readonly { readonly other: ChildId; readonly relation: string }[]
  readonly mergedInto?: ChildId | undefined
  readonly mergedFrom: readonly ChildId[]
  /** The workers to whom the record opens; to everybody whose role may, where it is not there. */
  readonly restrictedTo?: readonly string[] | undefined
  /** By whom it was opened in an emergency since it was restricted, oldest first. */
  readonly emergencyOpenings: readonly EmergencyOpening[]
}

/** A restricted record, opened by somebody whom it does not name because a child was at risk. */
export interface EmergencyOpening {
  readonly event: string
  readonly worker: string
  readonly at: Moment
  /** When it ends, or was ended. */
  readonly until: Moment
}

/** Anything an act can be about: opened once, then moved from stage to stage. */
export interface Item<S extends string = string> {
  readonly id: string
  readonly stage: S
  /** When it began. */
  readonly openedAt: Moment
  /** When it came to the stage it is in. */
  readonly since: Moment
}

/** Something noted about an item, which moves nothing. */
export interface Noted {
  readonly about: string
  readonly at: Moment
  readonly worker: string
}

/** What was gathered before deciding on a contact or a referral. A referral takes on that of its contact. */
export interface Screening {
  readonly startedAt?: Moment
  readonly concludedAt?: Moment
  readonly historyConsidered?: boolean
  readonly priority?: { readonly level: CodeOf<typeof priority>; readonly at: Moment }
  readonly consent?: { readonly position: CodeOf<typeof consent>; readonly at: Moment }
}

export interface Contact extends Item<'received' | 'screening' | 'decided'> {
  readonly source: CodeOf<typeof contactSource>
  readonly agency?: string | undefined
  readonly need?: CodeOf<typeof primaryNeed> | undefined
  readonly domesticAbuse: boolean
  readonly outOfHours: boolean
  readonly openCase?: string | undefined
  /** The other children the same contact was about. */
  readonly together?: readonly ChildId[] | undefined
  readonly team: string
  readonly screening: Screening
  readonly decidedAt?: Moment
  readonly outcome?: CodeOf<typeof contactOutcome>
  readonly informedAt?: Moment
}

export interface InformationRequest extends Item<'asked' | 'received' | 'not-received'> {
  readonly about: string
  readonly agency: CodeOf<typeof agency>
}

/** A referral, and the case it becomes once it is accepted. `closed` from the start when no further action follows. */
export interface Referral extends Item<'received' | 'screening' | 'open' | 'closed'> {
  readonly source: CodeOf<typeof contactSource>
  readonly agency?: string | undefined
  readonly contact?: string | undefined
  readonly steppedUpFrom?: string | undefined
  readonly domesticAbuse: boolean
  readonly outOfHours: boolean
  readonly team: string
  readonly screening: Screening
  readonly decidedAt?: Moment
  readonly outcome?: CodeOf<typeof referralOutcome> | undefined
  /** The census ReferralNFA: no assessment, enquiry or plan follows. */
  readonly nfa?: boolean
  readonly need?: CodeOf<typeof primaryNeed> | undefined
  readonly informedAt?: Moment
  /** From an earlier system, which did not say who decided, when or why. */
  readonly imported: boolean
  readonly firstAllocatedAt?: Moment
  readonly allocated?: { readonly to: string; readonly team: string; readonly at: Moment }
  readonly closedAt?: Moment
  readonly closureReason?: string
}

export interface Assessment extends Item<'started' | 'completed' | 'returned' | 'authorised'> {
  readonly referral: string
  readonly authors: readonly string[]
  readonly reviews: readonly Moment[]
  readonly outcome?: CodeOf<typeof assessmentOutcome>
  readonly factors: readonly string[]
  /** Which matters the assessment was written about. */
  readonly written: readonly string[]
  readonly completedAt?: Moment
  readonly authorisedAt?: Moment
}

export interface Discussion extends Item<'held'> {
  readonly about: string
  readonly outcome: string
}

export interface Section47 extends Item<'started' | 'awaiting-conference' | 'ended'> {
  readonly referral: string
  readonly outcome?: CodeOf<typeof section47Outcome>
  readonly conferenceNotRequired?: boolean
  readonly conferenceAt?: Moment
}

export interface Conference extends Item<'held'> {
  readonly referral: string
  readonly kind: 'INITIAL' | 'TRANSFER_IN'
  readonly section47?: string | undefined
  readonly outcome: string
}

export interface Plan extends Item<'open' | 'ended'> {
  readonly referral: string
  readonly reviews: readonly Moment[]
  readonly endedAt?: Moment
}

export interface ProtectionPlan extends Plan {
  readonly conference?: string | undefined
  readonly category: string
  readonly latestCategory: string
  /** When the review was held that gave it. */
  readonly categoryAt?: Moment
  /** Not there where an imported return did not say. */
  readonly previousPlans: number | undefined
  /** Read from a return of a later period than it started in. */
  readonly carriedOver: boolean
}

export interface StepDown extends Item<'proposed' | 'accepted' | 'declined'> {
  readonly referral: string
  readonly proposedBy: string
}

export interface EarlyHelp extends Item<'open' | 'ended'> {
  readonly stepDown?: string | undefined
  readonly contact?: string | undefined
  readonly organisation?: string | undefined
  readonly endedAt?: Moment
  readonly endReason?: string
}

/** A child nothing has been recorded about. */
export function unknownChild(id: ChildId): Child {
  return {
    id,
    person: {
      ...{ stage: 'unregistered', named: false, hasUpn: false },
      ...{ disabilities: [], relations: [], mergedFrom: [], emergencyOpenings: [] },
    },
    contacts: [],
    consultations: [],
    requests: [],
    referrals: [],
    assessments: [],
    discussions: [],
    section47s: [],
    conferences: [],
    protectionPlans: [],
    cinPlans: [],
    stepDowns: [],
    earlyHelp: [],
    sightings: [],
    voices: [],
    oversights: [],
    safetyPlans: [],
    missedTimescales: [],
    visits: [],
    corrections: [],
    unexplained: [],
  }
}
