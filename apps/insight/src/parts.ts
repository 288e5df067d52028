import type { DoorParts } from '@front-door/door'
import type { Recorder } from '@front-door/event-log'
import type { SignIn } from '@front-door/identity'
import type { Insight, Reports } from '@front-door/performance'

/** What the rooms of figures stand on, put together by whoever runs them. */
export interface InsightParts extends DoorParts {
  readonly figures: Insight
  readonly reports: Reports
  /** Opens the words of records. */
  readonly recorder: Pick<Recorder, 'words'>
  /** The public address of Front Door, and where a program sends people to sign in. */
  readonly signIn: Pick<SignIn, 'url' | 'authorizationUrl'>
}

export const INSIGHT = Symbol('the parts that insight stands on')
