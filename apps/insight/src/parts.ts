import type { DoorParts } from '@front-door/door'
import type { Insight } from '@front-door/performance'

/** What the rooms of figures stand on, put together by whoever runs them. */
export interface InsightParts extends DoorParts {
  readonly figures: Insight
}

export const INSIGHT = Symbol('the parts that insight stands on')
