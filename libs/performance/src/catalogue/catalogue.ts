import { assessmentKpis } from './assessments.js'
import { caseloadKpis } from './caseloads.js'
import { conferenceKpis } from './conferences.js'
import { contactKpis } from './contacts.js'
import { earlyHelpKpis } from './early-help.js'
import { enquiryKpis } from './enquiries.js'
import type { Kpi } from './kpi.js'
import { openCaseKpis } from './open-cases.js'
import { protectionPlanKpis } from './protection-plans.js'
import { referralKpis } from './referrals.js'
import { stepKpis } from './steps.js'
import { visitKpis } from './visits.js'

/** Every figure of the front door, in the order of their numbers. */
export const catalogue: readonly Kpi[] = [
  ...contactKpis,
  ...referralKpis,
  ...assessmentKpis,
  ...enquiryKpis,
  ...conferenceKpis,
  ...protectionPlanKpis,
  ...openCaseKpis,
  ...visitKpis,
  ...stepKpis,
  ...caseloadKpis,
].toSorted((one, other) => one.number - other.number)

/** Figures that are counted where they are asked for by their id, and are not among those of the front door. */
export const besideCatalogue: readonly Kpi[] = earlyHelpKpis

const byId: ReadonlyMap<string, Kpi> = new Map([...catalogue, ...besideCatalogue].map((kpi) => [kpi.id, kpi]))

export const kpiOf = (id: string): Kpi | undefined => byId.get(id)
