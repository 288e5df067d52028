import { type Day, dayOf } from '@front-door/calendar'
import type { Child, Item } from '@front-door/case-flow'
import type { CinEpisode, CinItem } from './child.js'
import { idOf } from './ids.js'

/** What the events of an episode are about: items of the history where they are known, else new ids. In file order. */
export interface EpisodeIds {
  readonly referral: string
  readonly assessments: readonly string[]
  readonly cinPlans: readonly string[]
  readonly section47s: readonly string[]
  /** The conference of each enquiry, whether or not it was held. */
  readonly conferences: readonly string[]
  readonly transferIn: string
  readonly protectionPlans: readonly string[]
}

/** Something in the file, by the id it would be given if it were new. */
interface Wanted {
  readonly id: string
  readonly day: Day
  /** How many of the same day came before it. */
  readonly ordinal: number
}

/**
 * The referral that each episode is, by its date and, among several of one date, by its place. Ids are made of the
 * authority, the child, the kind, the dates and the place, so that the same file always gives the same.
 */
export function matchedReferrals(
  child: Child,
  authority: string,
  episodes: readonly (CinEpisode & { readonly referralDate: Day })[],
): readonly string[] {
  const wanted = episodes.map(({ referralDate: day, ordinal }) => {
    return { id: idOf('referral', authority, child.id, day, ordinal), day, ordinal }
  })
  return matched(child.referrals, wanted)
}

/** The items of an episode: each by its start within the referral, then by its place among those of one day. */
export function matchedItems(child: Child, authority: string, referral: string, episode: CinEpisode): EpisodeIds {
  const ownId = (...parts: readonly (string | number)[]) => idOf(authority, child.id, referral, ...parts)
  const match = (kind: string, known: readonly (Item & { readonly referral: string })[], items: readonly CinItem[]) =>
    matched(
      known.filter((item) => item.referral === referral),
      items.map(({ start: day }, at) => {
        const ordinal = items.slice(0, at).filter(({ start }) => start === day).length
        return { id: ownId(kind, day, ordinal), day, ordinal }
      }),
    )
  const section47s = match('section47', child.section47s, episode.section47s)
  const transferIn = child.conferences.find((each) => each.referral === referral && each.kind === 'TRANSFER_IN')
  return {
    referral,
    assessments: match('assessment', child.assessments, episode.assessments),
    cinPlans: match('cinPlan', child.cinPlans, episode.cinPlans),
    section47s,
    conferences: section47s.map((enquiry) => {
      return child.conferences.find((each) => each.section47 === enquiry)?.id ?? ownId('conference', enquiry)
    }),
    transferIn: transferIn?.id ?? ownId('transferIn'),
    protectionPlans: match('protectionPlan', child.protectionPlans, episode.protectionPlans),
  }
}

/** What was imported under the very id is that item, even if its date was corrected since; then the day decides. */
function matched(known: readonly Item[], wanted: readonly Wanted[]): readonly string[] {
  const imported = new Set(wanted.map(({ id }) => id))
  return wanted.map(({ id, day, ordinal }) => {
    if (known.some((item) => item.id === id)) return id
    const sameDay = known.filter((item) => dayOf(item.openedAt) === day)[ordinal]
    return sameDay && !imported.has(sameDay.id) ? sameDay.id : id
  })
}
