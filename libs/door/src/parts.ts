import type { Instant } from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'
import type { Histories } from '@front-door/event-log'
import type { Following } from '@front-door/feed'
import type { Reads, Staff, Verify } from '@front-door/identity'
import type { Drafts } from './drafts/drafts.js'
import type { Place } from './front/navigation.js'

/** What the door stands on: who may come in, what is kept of what they read, and what they have typed. */
export interface DoorParts {
  readonly verify: Verify
  readonly reads: Reads
  readonly drafts: Drafts
  /** Whose record is restricted to whom. */
  readonly histories: Histories
  readonly agreed: Agreed
  /** The people who work here, as far as is known: names for trails, and who can be picked. */
  readonly staff: Staff
  /** Where people may go, of all the apps behind this door. */
  readonly places: readonly Place[]
  /** How the rows keep up, which lists and figures are made from. */
  readonly following: Pick<Following, 'lag'>
  readonly clock: () => Instant
}

export const DOOR = Symbol('the parts that the door stands on')
