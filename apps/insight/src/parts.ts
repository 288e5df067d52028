import type { DoorParts } from '@front-door/door'
import type { Insight, Reports } from '@front-door/performance'

/** What the rooms of figures stand on, put together by whoever runs them. */
export interface InsightParts extends DoorParts {
  readonly figures: Insight
  readonly reports: Reports
}

export const INSIGHT = Symbol('the parts that insight stands on')
