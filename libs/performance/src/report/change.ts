import type { FigureThen } from './figure-then.js'
import type { Edition } from './report.js'

/** A figure that is no longer what was published. */
export interface FigureChange {
  readonly id: string
  readonly published: FigureThen
  readonly now: FigureThen
  /** By how much the value moved; null where one of the two has none. */
  readonly by: number | null
  /** Whether that is within what was said to be tolerable or beyond it; `changed` where nothing was said. */
  readonly judged: 'within' | 'beyond' | 'changed'
}

/** The figures of an edition that have another numerator, denominator or value today, in the order of the edition. */
export function changesSince({ figures, commentary }: Edition, now: readonly FigureThen[]): readonly FigureChange[] {
  const today = new Map(now.map((figure) => [figure.id, figure]))
  return figures.flatMap((published) => {
    const current = today.get(published.id)
    if (!current || isSame(published, current) || (published.unavailable && current.unavailable)) return []
    const by = published.value === null || current.value === null ? null : current.value - published.value
    const judged = judgedBy(commentary[published.id]?.tolerance, by)
    return [{ id: published.id, published, now: current, by, judged }]
  })
}

function judgedBy(tolerance: number | undefined, by: number | null): FigureChange['judged'] {
  if (tolerance === undefined) return 'changed'
  return by === null || Math.abs(by) > tolerance ? 'beyond' : 'within'
}

function isSame(one: FigureThen, other: FigureThen): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator && one.value === other.value
}
