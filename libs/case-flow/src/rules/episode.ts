import type {
  Assessment,
  Child,
  Conference,
  Plan,
  ProtectionPlan,
  Referral,
  Section47,
  StepDown,
} from '../child/index.js'

/** A referral with everything that hangs off it: the census CINdetails. */
export interface Episode {
  readonly child: Child
  readonly referral: Referral
  readonly assessments: readonly Assessment[]
  readonly section47s: readonly Section47[]
  readonly conferences: readonly Conference[]
  readonly transferIns: readonly Conference[]
  readonly protectionPlans: readonly ProtectionPlan[]
  readonly cinPlans: readonly Plan[]
  readonly stepDowns: readonly StepDown[]
}

export function episodeOf(child: Child, referral: Referral): Episode {
  const within = <I extends { readonly referral: string }>(items: readonly I[]) =>
    items.filter((item) => item.referral === referral.id)
  const conferences = within(child.conferences)
  return {
    child,
    referral,
    assessments: within(child.assessments),
    section47s: within(child.section47s),
    conferences: conferences.filter((conference) => conference.kind === 'INITIAL'),
    transferIns: conferences.filter((conference) => conference.kind === 'TRANSFER_IN'),
    protectionPlans: within(child.protectionPlans),
    cinPlans: within(child.cinPlans),
    stepDowns: within(child.stepDowns),
  }
}
