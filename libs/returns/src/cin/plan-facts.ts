import { type Day, addMonths } from '@front-door/calendar'
import { definitions, happened } from '@front-door/case-flow'
import type { CinEpisode, CinPlan, CinProtectionPlan } from './child.js'
import type { Import } from './context.js'
import { type Fact, type Facts, fact } from './fact.js'
import { type Place, placeOfLatest } from './latest-category.js'
import type { EpisodeIds } from './match.js'
import type { Problem } from './value.js'

export function cinPlan({ start, end }: CinPlan, plan: string, referral: string): Facts {
  const started = fact(happened(definitions.CinPlanStarted, { plan, referral }), start)
  if (end === undefined) return [started]
  return [started, fact(happened(definitions.CinPlanEnded, { plan, ending: 'NOT_STATED' }), end, ['ending'])]
}

/** The child protection plans of an episode, each kept whatever the return leaves out of it. */
export function protectionPlans(
  into: Import,
  episode: CinEpisode,
  ids: EpisodeIds,
  problems: Problem[],
): readonly Facts[] {
  return episode.protectionPlans.map((item, at) => {
    const plan = ids.protectionPlans[at] ?? ''
    const place = placeOfLatest(into, plan, item)
    problems.push(...problemsOf(item, place))
    const ended = happened(definitions.ProtectionPlanEnded, { plan, ending: 'NOT_STATED' })
    return [
      started(into, item, plan, place, episode, ids),
      ...reviews(item, plan, place),
      ...(item.end === undefined ? [] : [fact(ended, item.end, ['ending'])]),
    ]
  })
}

function started(
  { asOf }: Import,
  { start, category = 'NOT_STATED', latestCategory, previousPlans }: CinProtectionPlan,
  plan: string,
  place: Place | undefined,
  { section47s, transferIn }: CinEpisode,
  ids: EpisodeIds,
): Fact {
  const sameDay = section47s.findIndex(({ conference }) => conference === start)
  const event = happened(definitions.ProtectionPlanStarted, {
    plan,
    referral: ids.referral,
    conference: sameDay >= 0 ? ids.conferences[sameDay] : transferIn === start ? ids.transferIn : undefined,
    category,
    latestCategory: place?.at === 'start' ? latestCategory : undefined,
    previousPlans,
    carriedOver: isBeforePeriod(start, asOf) ? true : undefined,
  })
  // Which return it was first read from stays as it is, whatever other returns it is in.
  return fact(event, start, category === 'NOT_STATED' ? ['category', 'carriedOver'] : ['carriedOver'])
}

/** The period of a return is the year up to its reference date. */
function isBeforePeriod(day: Day, referenceDate: Day | undefined): boolean {
  return referenceDate !== undefined && day <= addMonths(referenceDate, -12)
}

/** The latest category may belong to a review that is known and that this return leaves out. */
function reviews({ reviews, latestCategory }: CinProtectionPlan, plan: string, place: Place | undefined): Fact[] {
  const changed = place?.at === 'review' ? place.day : undefined
  const days = [...new Set([...reviews, ...(changed === undefined ? [] : [changed])])].toSorted()
  return days.map((day) => {
    const category = day === changed ? latestCategory : undefined
    const reviewed = happened(definitions.ProtectionPlanReviewed, { plan, outcome: 'CONTINUE', category })
    return fact(reviewed, day, ['outcome'])
  })
}

function problemsOf({ line, previousPlans }: CinProtectionPlan, place: Place | undefined): readonly Problem[] {
  const says = 'How many plans came before is not stated, so it is not recorded.'
  return [
    ...(previousPlans === undefined ? [{ line, element: 'NumberOfPreviousCPP', says }] : []),
    ...(place?.at === 'nowhere' ? [{ line, element: 'LatestCategoryOfAbuse', says: place.says }] : []),
  ]
}
