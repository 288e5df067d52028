import type { Day } from '@front-door/calendar'
import type { CinEpisode } from './child.js'
import type { Import } from './context.js'
import type { Facts } from './fact.js'
import { episodeFacts } from './facts.js'
import { matchedItems } from './match.js'
import type { Problem } from './value.js'
import { type Weighed, eventIdOf, weighAll } from './weigh.js'

/** An episode whose referral date is known. */
export type DatedEpisode = CinEpisode & { readonly referralDate: Day }

/** What an episode comes to beside the history. */
export interface EpisodeNews {
  readonly episode: DatedEpisode
  /** The referral it is. */
  readonly referral: string
  readonly standing: 'new' | 'imported before' | 'recorded here'
  /** One for each item of the episode, the referral first and the closure last. */
  readonly weighed: readonly Weighed[]
  readonly problems: readonly Problem[]
}

/** An episode that was recorded here is never changed by an import: only what differs is told. */
export function episodeNews(into: Import, authority: string, episode: DatedEpisode, referral: string): EpisodeNews {
  const child = into.book.history.state
  const known = child.referrals.find(({ id }) => id === referral)
  const standing = !known ? 'new' : known.imported ? 'imported before' : 'recorded here'
  const ids = matchedItems(child, authority, referral, episode)
  const { facts, problems } = episodeFacts(into, episode, episode.referralDate, ids)
  const weighed = reachable(into, facts, known !== undefined).map((each) =>
    weighAll(into, each, standing === 'recorded here'),
  )
  return { episode, referral, standing, weighed, problems }
}

/** Where the referral was imported before and taken back here since, nothing that hangs off it is brought back. */
function reachable(into: Import, facts: readonly Facts[], known: boolean): readonly Facts[] {
  const [first] = facts
  return !known && first && into.book.recorded(eventIdOf(into, first[0])) ? [first] : facts
}
