import { type Day, dayOf, momentOf } from '@front-door/calendar'
import { type FreshEvent, type History, asRecorded, remember } from '@front-door/case-flow'
import { bookOf } from './book.js'
import type { CinChild, CinEpisode } from './child.js'
import { type ImportContext, importOf } from './context.js'
import { type DatedEpisode, episodeNews } from './episode-news.js'
import { linesOf } from './lines.js'
import { matchedReferrals } from './match.js'
import { type Sequence, inOrder } from './order.js'
import { personNews } from './person-news.js'
import { type ReportLine, notImported } from './report.js'

/** What importing a child adds to its history, and what became of all that the file says of it. */
export interface News {
  /** In order of occurrence, ready to be appended as one; none where the file brings nothing new. */
  readonly events: readonly FreshEvent[]
  readonly lines: readonly ReportLine[]
}

/**
 * What a child in a return adds to the history of that child (of the same id; any history where it has none, since then
 * nothing is imported). Pure: the same child, history and context give the same events with the same ids, and with
 * those events in the history the same child adds nothing.
 */
export function whatIsNew(child: CinChild, history: History, context: ImportContext): News {
  if (child.id === undefined) return { events: [], lines: notImported(child) }
  const { authority = '', referenceDate } = child.from
  const episodes = child.episodes.filter(isDated)
  const days = episodes.map(({ referralDate }) => referralDate).toSorted()
  const into = importOf(context, bookOf(history), referenceDate, lastDayOf(child, context))
  const person = personNews(into, child, days[0] ?? into.correctedOn)
  const referrals = matchedReferrals(history.state, authority, episodes)
  const told = episodes.map((episode, at) => episodeNews(into, authority, episode, referrals[at] ?? ''))

  const arrived = person.came.events.at(-1)?.occurredAt
  const events = inOrder([
    { events: person.came.events },
    ...person.then.map((each): Sequence => ({ events: each.events, notBefore: arrived })),
    ...told.flatMap(({ episode, weighed }) =>
      weighed.map((each): Sequence => ({ events: each.events, notBefore: episode.referralDate })),
    ),
  ])
  const after = events.reduce((soFar, event) => remember(soFar, asRecorded(event)), history)
  return { events, lines: linesOf({ child, person, told, before: history.state, after: after.state }) }
}

function isDated(episode: CinEpisode): episode is DatedEpisode {
  return episode.referralDate !== undefined
}

/** The last day up to now that the file gives for anything that happened in an episode. */
function lastDayOf({ episodes }: CinChild, { recordedAt }: ImportContext): Day | undefined {
  const items = episodes.flatMap((each) => [
    ...each.assessments.flatMap(({ start, authorised }) => [start, authorised]),
    ...each.section47s.flatMap(({ start, conference }) => [start, conference]),
    ...each.cinPlans.flatMap(({ start, end }) => [start, end]),
    ...each.protectionPlans.flatMap(({ start, end, reviews }) => [start, end, ...reviews]),
  ])
  const own = episodes.flatMap(({ referralDate, closedOn, transferIn }) => [referralDate, closedOn, transferIn])
  const today = dayOf(momentOf(recordedAt))
  return [...items, ...own]
    .filter((day) => day !== undefined && day <= today)
    .toSorted()
    .at(-1)
}
