import type { Day } from '@front-door/calendar'
import type { ChildId, codes } from '@front-door/case-flow'
import type { CinHeader } from './header.js'
import type { Problem } from './value.js'

/** One Child of a return, as it stands there: nothing is mended, and what could not be understood is a problem. */
export interface CinChild {
  /** The line of the file it starts on. */
  readonly line: number
  /** The LAchildID; absent where it is missing or is not 1 to 20 letters and digits: then nothing can be imported. */
  readonly id: ChildId | undefined
  /** The return it stands in. */
  readonly from: CinHeader
  readonly person: CinPerson
  readonly episodes: readonly CinEpisode[]
  readonly problems: readonly Problem[]
}

export interface CinPerson {
  readonly upn?: string | undefined
  readonly formerUpn?: string | undefined
  readonly upnUnknown?: codes.CodeOf<typeof codes.upnUnknown> | undefined
  readonly birthDate?: Day | undefined
  readonly expectedBirthDate?: Day | undefined
  readonly sex?: codes.CodeOf<typeof codes.sex> | undefined
  readonly ethnicity?: codes.CodeOf<typeof codes.ethnicity> | undefined
  readonly disabilities?: readonly codes.CodeOf<typeof codes.disability>[] | undefined
  readonly deathDate?: Day | undefined
}

/** A CINdetails: a referral and all that followed from it. */
export interface CinEpisode {
  readonly line: number
  readonly referralDate?: Day | undefined
  /** How many episodes of this child with the same referral date came before it in the file, in any of its blocks. */
  readonly ordinal: number
  readonly source?: codes.CodeOf<typeof codes.contactSource> | undefined
  readonly need?: codes.CodeOf<typeof codes.primaryNeed> | undefined
  readonly nfa?: boolean | undefined
  readonly closedOn?: Day | undefined
  readonly closure?: codes.CodeOf<typeof codes.closureReason> | undefined
  /** DateOfInitialCPC of the episode itself. */
  readonly transferIn?: Day | undefined
  readonly assessments: readonly CinAssessment[]
  readonly cinPlans: readonly CinPlan[]
  readonly section47s: readonly CinSection47[]
  readonly protectionPlans: readonly CinProtectionPlan[]
  readonly problems: readonly Problem[]
}

/** Anything in an episode that has a start; without one that can be understood it is not read at all. */
export interface CinItem {
  readonly line: number
  readonly start: Day
}

export interface CinAssessment extends CinItem {
  /** AssessmentInternalReviewDate. */
  readonly reviews: readonly Day[]
  readonly authorised?: Day | undefined
  readonly factors: readonly codes.CodeOf<typeof codes.assessmentFactor>[]
}

export interface CinPlan extends CinItem {
  readonly end?: Day | undefined
}

export interface CinSection47 extends CinItem {
  readonly conference?: Day | undefined
  readonly conferenceNotRequired?: boolean | undefined
}

export interface CinProtectionPlan extends CinPlan {
  readonly category?: codes.CodeOf<typeof codes.abuseCategory> | undefined
  readonly latestCategory?: codes.CodeOf<typeof codes.abuseCategory> | undefined
  readonly previousPlans?: number | undefined
  readonly reviews: readonly Day[]
}
