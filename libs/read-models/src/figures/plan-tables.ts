/** The tables of plans, their reviews and the visits under them. Written as tables.ts says. */

/** When the visits under a plan were due. One at which the child was not seen is none. */
export interface PlanVisitsDue {
  /** 0 where an earlier system told of the plan and of no visit. */
  readonly visits_told: number
  /** Of the visits that were made, in time or late: the first and the last day on which one was due. */
  readonly visit_due_first: string | null
  readonly visit_due_last: string | null
  /** The same of those that were made late. */
  readonly visit_late_first: string | null
  readonly visit_late_last: string | null
  /** The day by which the next is due, as long as the plan goes on. */
  readonly visit_next: string | null
}

export interface ProtectionPlanTable extends PlanVisitsDue {
  readonly plan: string
  readonly child: string
  readonly referral: string
  readonly conference: string | null
  readonly started: string
  readonly ended: string | null
  readonly category: string
  readonly latest_category: string
  /** As the plan says, or as the history shows; null where an imported return did not say. */
  readonly previous_plans: number | null
  /** When the last plan before it ended, as far as the history shows. */
  readonly previous_ended: string | null
  readonly carried_over: number
  /**
   * The first day at whose end a review of it had been late or was overdue, given those that were held: the first is due
   * within 3 months of the start, each later one within 6 of the one before.
   */
  readonly review_late: string
}

export interface CinPlanTable extends PlanVisitsDue {
  readonly plan: string
  readonly child: string
  readonly referral: string
  readonly started: string
  readonly ended: string | null
}

/** A review of a child protection or child in need plan, held. */
export interface ReviewTable {
  readonly plan: string
  readonly child: string
  readonly kind: 'protectionPlan' | 'cinPlan'
  /** 1 for the first. */
  readonly number: number
  readonly held: string
  readonly outcome: string
}

export interface VisitTable {
  readonly event: string
  readonly child: string
  readonly plan: string
  readonly kind: 'protectionPlan' | 'cinPlan'
  readonly made: string
  readonly seen: number
  /** Whether the child was seen alone, and the child's bedroom; null where nobody said. */
  readonly alone: number | null
  readonly bedroom: number | null
}
