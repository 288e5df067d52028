import type { Day } from '@front-door/calendar'
import { definitions, happened } from '@front-door/case-flow'
import type { CinEpisode, CinProtectionPlan, CinSection47 } from './child.js'
import { type Fact, type Facts, fact } from './fact.js'
import type { EpisodeIds } from './match.js'

/** The return says neither when an enquiry without a conference was concluded nor, of any enquiry, with what outcome. */
export function section47(item: CinSection47, at: number, ids: EpisodeIds, { protectionPlans }: CinEpisode): Facts {
  const { start, conference: held, conferenceNotRequired } = item
  const [section47 = '', conference = ''] = [ids.section47s[at], ids.conferences[at]]
  const { referral } = ids
  const started = fact(happened(definitions.Section47Started, { section47, referral }), start)
  const outcome = outcomeOf(held, protectionPlans)
  const conferences =
    held === undefined
      ? []
      : [
          heldOn(
            held,
            happened(definitions.ConferenceHeld, { conference, referral, kind: 'INITIAL', section47, outcome }),
          ),
        ]
  if (conferenceNotRequired === undefined) return [started, ...conferences]
  const concluded = happened(definitions.Section47Concluded, { section47, outcome: 'NOT_STATED', dateUnknown: true })
  const notRequired = fact(concluded, start, ['outcome'])
  const denied = { by: conferences[0]?.key }
  return [started, conferenceNotRequired ? notRequired : { ...notRequired, denied }, ...conferences]
}

export function transferIn(episode: CinEpisode, ids: EpisodeIds): readonly Facts[] {
  const { transferIn: held, protectionPlans } = episode
  if (held === undefined) return []
  const { referral, transferIn: conference } = ids
  const outcome = outcomeOf(held, protectionPlans)
  return [[heldOn(held, happened(definitions.ConferenceHeld, { conference, referral, kind: 'TRANSFER_IN', outcome }))]]
}

/** A conference on the day a plan of the episode starts is the one that made it. */
function outcomeOf(held: Day | undefined, plans: readonly CinProtectionPlan[]): 'CP' | 'NOT_STATED' {
  return plans.some(({ start }) => start === held) ? 'CP' : 'NOT_STATED'
}

function heldOn(day: Day, conference: Fact['event']): Fact {
  return fact(conference, day, conference.data['outcome'] === 'CP' ? [] : ['outcome'])
}
