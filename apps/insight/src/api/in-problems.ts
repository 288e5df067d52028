import { Problem, summed } from '@front-door/door'
import { BadAsked, type Insight, RowsBehind } from '@front-door/performance'

/** The figures as people and programs ask for them: what cannot be counted is told as a problem they can act on. */
export function inProblems(insight: Insight): Insight {
  return {
    figures: (...asked) => told(insight.figures(...asked)),
    cases: (...asked) => told(insight.cases(...asked)),
    prepare: (...asked) => told(insight.prepare(...asked)),
    standing: (...asked) => told(insight.standing(...asked)),
    series: (...asked) => told(insight.series(...asked)),
    conversion: (...asked) => told(insight.conversion(...asked)),
    reStepping: (...asked) => told(insight.reStepping(...asked)),
    copiedReasons: (...asked) => told(insight.copiedReasons(...asked)),
    reasonGiven: (...asked) => told(insight.reasonGiven(...asked)),
    caseloads: (...asked) => told(insight.caseloads(...asked)),
    unallocated: (...asked) => told(insight.unallocated(...asked)),
    due: (...asked) => told(insight.due(...asked)),
    dueCounts: (...asked) => told(insight.dueCounts(...asked)),
    lateEntries: (...asked) => told(insight.lateEntries(...asked)),
    odata: (...asked) => told(insight.odata(...asked)),
  }
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof BadAsked) throw new Problem('invalid', summed(error.wrong), error.wrong)
    if (error instanceof RowsBehind) throw new Problem('unavailable', error.message, [], { 'Retry-After': '10' })
    throw error
  }
}
