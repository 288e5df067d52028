import type { Member } from '../family/member.js'

/** Something about each of some children: a contact, a referral, an assessment; and the id of each child's own. */
export interface About {
  readonly members: readonly Member[]
  readonly idOf: (member: Member) => string | undefined
}

/** A contact or a referral that is to be decided. */
export interface Matter extends About {
  /** When it came in. */
  readonly at: number
  readonly priority: 'RED' | 'AMBER' | 'GREEN'
}
