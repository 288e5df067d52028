import type { ChildEvent } from '@front-door/case-flow'
import type { Ending } from '../calibration.js'
import type { Member } from './member.js'
import type { News } from './news.js'

/** Of whom it goes on, and when what it follows from happened. */
interface About {
  readonly members: readonly Member[]
  readonly at: number
}

/** What follows in the story. A strand names what follows and does not tell it, so that each can be read by itself. */
export type Next =
  | ({ readonly to: 'contact' } & About)
  | ({ readonly to: 'referral'; readonly news: News; readonly screened: boolean } & About)
  | ({ readonly to: 'case'; readonly enquiry: 'none' | 'decided' | 'started' } & About)
  | ({ readonly to: 'step-down' } & About)
  | ({ readonly to: 'early-help'; readonly from: 'contact' | 'step-down' } & About)
  | ({ readonly to: 'quiet'; readonly after: Ending } & About)
  | { readonly to: 'correction'; readonly member: Member; readonly event: ChildEvent }
