import type { AllocationTable, DecisionTable, TimescaleTable, TrailTable } from './course-tables.js'
import type { CinPlanTable, ProtectionPlanTable, ReviewTable, VisitTable } from './plan-tables.js'

/**
 * The tables that figures are counted from. One row for each thing that happened in one child's history, with what the
 * history knows of it: no figure joins a table to itself. Days are local, `YYYY-MM-DD`; `elapsed`, `days` are working
 * days counted as reference/timescales.md section 2 says, on the calendar in force on the day they start; 0 and 1 are no
 * and yes. Nothing in a row depends on today: what is open has no end, and what is overdue is asked of a day.
 */

/** Who the child is, in codes: what figures are broken down by. */
export interface SubjectTable {
  readonly child: string
  readonly stage: string
  readonly birth_date: string | null
  readonly expected_birth_date: string | null
  readonly death_date: string | null
  readonly sex: string | null
  readonly ethnicity: string | null
  /** Census codes with commas between, in order; empty where none is recorded. */
  readonly disabilities: string
  readonly has_upn: number
  readonly upn_unknown: string | null
  readonly locality: string | null
}

/** A referral, and the case it became. Also called an episode (census CINdetails). */
export interface EpisodeTable {
  readonly referral: string
  readonly child: string
  readonly received: string
  readonly received_at: string
  readonly source: string
  readonly agency: string | null
  /** Who recorded the referral, and their team. */
  readonly worker: string
  readonly team: string
  readonly out_of_hours: number
  readonly domestic_abuse: number
  readonly contact: string | null
  /** The early help episode it was stepped up from. */
  readonly stepped_up_from: string | null
  readonly imported: number
  /** received, screening, open or closed. */
  readonly stage: string
  readonly outcome: string | null
  /** Null while undecided. */
  readonly nfa: number | null
  readonly need: string | null
  /** Null while undecided, and where an earlier system did not say when. */
  readonly decided: string | null
  readonly decision_days: number | null
  readonly informed: string | null
  readonly first_allocated: string | null
  /** Null while it is open, and where it ended with its decision: then `nfa` is 1. */
  readonly closed: string | null
  readonly closure: string | null
  /** 1 for the first the child had on that day, 2 for the next: only the first counts. */
  readonly of_day: number
  /** The day of the child's latest earlier referral, of an earlier day. */
  readonly previous: string | null
  /** Whether that was within 12 months (timescales.md section 4). */
  readonly re_referral: number
  /** The day of the child's next referral, of a later day. */
  readonly next: string | null
  readonly first_assessment: string | null
  /** Working days from the referral to the start of its first assessment. */
  readonly assessment_wait: number | null
  readonly section47s: number
  readonly conferences: number
  readonly protection_plans: number
  readonly cin_plans: number
  readonly authorised_assessments: number
  /** The day early help accepted a step-down of this case, or an early help episode followed from it. */
  readonly stepped_down: string | null
}

export interface AssessmentTable {
  readonly assessment: string
  readonly child: string
  readonly referral: string
  readonly started: string
  readonly completed: string | null
  readonly authorised: string | null
  readonly stage: string
  readonly outcome: string | null
  /**
   * Whether it ended without a service: with no further action or a step-down; where it does not say, by how its case
   * was closed. Null where neither does.
   */
  readonly nfa: number | null
  /** Working days from start to authorisation. */
  readonly days: number | null
  /** Working days from the receipt of the referral to authorisation. */
  readonly days_from_referral: number | null
  /** When it is due by the policy in force, counted from its start. */
  readonly due: string | null
  readonly seen: string | null
  /** Who started it, and their team. */
  readonly worker: string
  readonly team: string
  readonly imported: number
}

export interface FactorTable {
  readonly assessment: string
  readonly child: string
  readonly factor: string
}

export interface DiscussionTable {
  readonly discussion: string
  readonly child: string
  readonly about: string
  readonly referral: string | null
  readonly held: string
  readonly outcome: string
  readonly team: string
}

export interface Section47Table {
  readonly section47: string
  readonly child: string
  readonly referral: string
  readonly started: string
  /** The day it was concluded; where nobody said, of its conference; null where neither is known. */
  readonly ended: string | null
  /** started, awaiting-conference or ended. */
  readonly stage: string
  readonly outcome: string | null
  readonly conference_not_required: number
  /** The first conference held on it. */
  readonly conference: string | null
  readonly team: string
}

export interface ConferenceTable {
  readonly conference: string
  readonly child: string
  readonly referral: string
  readonly kind: string
  readonly section47: string | null
  readonly held: string
  readonly outcome: string
  /** Working days from the start of its enquiry. Null for a transfer in, and where it is dated before the enquiry. */
  readonly days: number | null
  /** Whether a child protection plan started with it. */
  readonly plan: number
}

export interface StepDownTable {
  readonly step_down: string
  readonly child: string
  readonly referral: string
  readonly proposed: string
  readonly proposed_by: string
  readonly answered: string | null
  readonly answered_by: string | null
  /** proposed, accepted or declined. */
  readonly stage: string
  readonly team: string
}

/** A referral that took a child up from early help. */
export interface StepUpTable {
  readonly referral: string
  readonly child: string
  readonly early_help: string | null
  readonly received: string
}

export interface EarlyHelpTable {
  readonly early_help: string
  readonly child: string
  readonly step_down: string | null
  readonly contact: string | null
  readonly referral: string | null
  readonly organisation: string | null
  readonly started: string
  readonly ended: string | null
  readonly end_reason: string | null
}

export interface FigureTables {
  subject: SubjectTable
  episode: EpisodeTable
  assessment: AssessmentTable
  assessment_factor: FactorTable
  discussion: DiscussionTable
  section47: Section47Table
  conference: ConferenceTable
  protection_plan: ProtectionPlanTable
  cin_plan: CinPlanTable
  plan_review: ReviewTable
  plan_visit: VisitTable
  step_down: StepDownTable
  step_up: StepUpTable
  early_help: EarlyHelpTable
  allocation: AllocationTable
  timescale: TimescaleTable
  decision: DecisionTable
  trail: TrailTable
}
