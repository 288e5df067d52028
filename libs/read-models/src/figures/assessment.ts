import { dayOf } from '@front-door/calendar'
import type { Clock } from '@front-door/case-flow'
import { dayOrNull, workingDays } from './days.js'
import type { AssessmentTable, FactorTable } from './tables.js'
import { type Telling, firstAbout } from './telling.js'

export function assessmentRows({ child, agreed, of, clocks }: Telling): readonly AssessmentTable[] {
  const started = firstAbout(of('AssessmentStarted'), ({ data }) => data.assessment)
  const referrals = new Map(child.referrals.map((referral) => [referral.id, referral]))
  const limits = clocksBy(clocks, 'assessment')
  const sightings = clocksBy(clocks, 'childSeen')
  return child.assessments.map(({ id, referral, stage, outcome, openedAt, completedAt, authorisedAt }) => ({
    assessment: id,
    child: child.id,
    referral,
    started: dayOf(openedAt),
    completed: dayOrNull(completedAt),
    authorised: dayOrNull(authorisedAt),
    stage,
    outcome: outcome ?? null,
    nfa: endedWithout(outcome, referrals.get(referral)?.closureReason),
    days: workingDays(openedAt, authorisedAt, agreed),
    days_from_referral: workingDays(referrals.get(referral)?.openedAt, authorisedAt, agreed),
    due: dayOrNull(limits.get(id)?.due?.due),
    seen: dayOrNull(sightings.get(id)?.stop),
    worker: started.get(id)?.worker.id ?? '',
    team: started.get(id)?.worker.team ?? '',
    imported: Number(started.get(id)?.worker.role === 'import'),
  }))
}

/** Nothing follows from it. RC8 and RC9 are the closures of children assessed as not in need, and of step-downs. */
function endedWithout(outcome: string | undefined, closure: string | undefined): number | null {
  if (outcome !== undefined && outcome !== 'NOT_STATED') return Number(outcome === 'NFA' || outcome === 'STEP_DOWN_EH')
  return closure === 'RC8' || closure === 'RC9' ? 1 : null
}

/** Each factor once, however often it was said of the assessment. */
export function factorRows({ child }: Telling): readonly FactorTable[] {
  return child.assessments.flatMap(({ id, factors }) =>
    [...new Set(factors)].map((factor) => ({ assessment: id, child: child.id, factor })),
  )
}

const clocksBy = (clocks: readonly Clock[], wanted: Clock['clock']): ReadonlyMap<string, Clock> =>
  new Map(clocks.filter(({ clock }) => clock === wanted).map((clock) => [clock.about, clock]))
