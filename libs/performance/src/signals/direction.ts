/** Which way a figure went: an improvement or not where the figure has a better direction, and up or down where it has none. */
export type Direction = 'better' | 'worse' | 'up' | 'down' | 'no change' | 'not known'

/**
 * The direction of travel from one value to the next. A difference of at most `tolerance`, in the figure's own unit
 * (percentage points for a per cent), is no change; without both values it is not known.
 */
export function directionOfTravel(
  now: number | null,
  before: number | null,
  better: 'higher' | 'lower' | null,
  tolerance = 0,
): Direction {
  if (now === null || before === null) return 'not known'
  const change = now - before
  if (Math.abs(change) <= tolerance + NOISE) return 'no change'
  if (better === null) return change > 0 ? 'up' : 'down'
  return change > 0 === (better === 'higher') ? 'better' : 'worse'
}

/** What dividing and subtracting may leave. */
const NOISE = 1e-9
