import { Problem, summed } from '@front-door/door'
import { BadAsked, type Figures, RowsBehind } from '@front-door/performance'

/** The figures as people and programs ask for them: what cannot be counted is told as a problem they can act on. */
export function inProblems(figures: Figures): Figures {
  return {
    figures: (...asked) => told(figures.figures(...asked)),
    cases: (...asked) => told(figures.cases(...asked)),
    series: (...asked) => told(figures.series(...asked)),
  }
}

async function told<T>(figures: Promise<T>): Promise<T> {
  try {
    return await figures
  } catch (error) {
    if (error instanceof BadAsked) throw new Problem('invalid', summed(error.wrong), error.wrong)
    if (error instanceof RowsBehind) throw new Problem('unavailable', error.message, [], { 'Retry-After': '10' })
    throw error
  }
}
