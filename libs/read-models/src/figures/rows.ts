import { allocationRows } from './allocation.js'
import { assessmentRows, factorRows } from './assessment.js'
import { decisionRows } from './decision.js'
import { episodeRows } from './episode.js'
import { cinPlanRows, protectionPlanRows, reviewRows, visitRows } from './plans.js'
import { conferenceRows, discussionRows, section47Rows } from './protection.js'
import { earlyHelpRows, stepDownRows, stepUpRows } from './steps.js'
import { subjectRow } from './subject.js'
import type { FigureTables } from './tables.js'
import type { Telling } from './telling.js'
import { timescaleRows } from './timescale.js'
import { trailRows } from './trail.js'

type FigureRows = { readonly [T in keyof FigureTables]: readonly FigureTables[T][] }

/** How the rows of each table are told. */
const tellers: { readonly [T in keyof FigureTables]: (telling: Telling) => FigureRows[T] } = {
  subject: (telling) => [subjectRow(telling)],
  episode: episodeRows,
  assessment: assessmentRows,
  assessment_factor: factorRows,
  discussion: discussionRows,
  section47: section47Rows,
  conference: conferenceRows,
  protection_plan: protectionPlanRows,
  cin_plan: cinPlanRows,
  plan_review: reviewRows,
  plan_visit: visitRows,
  step_down: stepDownRows,
  step_up: stepUpRows,
  early_help: earlyHelpRows,
  allocation: allocationRows,
  timescale: timescaleRows,
  decision: decisionRows,
  trail: trailRows,
}

export const figureTables = Object.keys(tellers) as readonly (keyof FigureTables)[]

/** The rows that figures are counted from; none where there is nothing to tell. */
export function figureRows(telling: Telling | undefined): FigureRows {
  return Object.fromEntries(figureTables.map((table) => [table, telling ? tellers[table](telling) : []])) as never
}
