import type { Day } from '@front-door/calendar'
import { definitions, happened } from '@front-door/case-flow'
import type { CinAssessment, CinEpisode } from './child.js'
import type { Import } from './context.js'
import { section47, transferIn } from './enquiry-facts.js'
import { type Fact, type Facts, fact } from './fact.js'
import type { EpisodeIds } from './match.js'
import { cinPlan, protectionPlans } from './plan-facts.js'
import type { Problem } from './value.js'

/** What an episode tells, and what of it is not as it should be. */
export interface Told {
  /** One for each item: the referral first, its closure last. */
  readonly facts: readonly Facts[]
  readonly problems: readonly Problem[]
}

/** The events of an episode that has a referral date. `ids` names what each is about. */
export function episodeFacts(into: Import, episode: CinEpisode, on: Day, ids: EpisodeIds): Told {
  const problems: Problem[] = []
  const facts: Facts[] = [
    referral(episode, on, ids.referral, problems),
    ...episode.assessments.map((each, at) => assessment(each, ids.assessments[at] ?? '', ids.referral)),
    ...episode.section47s.map((each, at) => section47(each, at, ids, episode)),
    ...transferIn(episode, ids),
    ...episode.cinPlans.map((each, at) => cinPlan(each, ids.cinPlans[at] ?? '', ids.referral)),
    ...protectionPlans(into, episode, ids, problems),
    ...closure(episode, on, ids.referral),
  ]
  return { facts, problems }
}

function referral({ line, need, nfa, source }: CinEpisode, on: Day, id: string, problems: Problem[]): Facts {
  if (source === undefined) {
    const says = 'The source of the referral is not stated. It is recorded as 10 (unknown).'
    problems.push({ line, element: 'ReferralSource', says })
  }
  if (nfa === undefined) {
    const says = 'Whether there was no further action is not stated. The decision is recorded as not stated.'
    problems.push({ line, element: 'ReferralNFA', says })
  }
  const received = happened(definitions.ReferralReceived, { referral: id, source: source ?? '10' })
  const outcome = nfa ? 'NFA' : 'NOT_STATED'
  const decided = happened(definitions.ReferralDecided, { referral: id, outcome, need, dateUnknown: true })
  return [
    fact(received, on, source === undefined ? ['source'] : []),
    fact(decided, on, nfa === undefined ? ['outcome'] : []),
  ]
}

/** Half a closure is kept as it is: a day without a reason closes the case, a reason without a day does not. */
function closure({ closedOn, closure }: CinEpisode, on: Day, referral: string): readonly Facts[] {
  if (closedOn === undefined && closure === undefined) return []
  const dateUnknown = closedOn === undefined ? true : undefined
  const closed = happened(definitions.CaseClosed, { referral, closure: closure ?? 'NOT_STATED', dateUnknown })
  return [[fact(closed, closedOn ?? on, closure === undefined ? ['closure'] : [])]]
}

/** Factors belong to an assessment that is authorised; of another they stand with its start. */
function assessment(item: CinAssessment, assessment: string, referral: string): Facts {
  const { start, authorised, reviews } = item
  const factors = item.factors.length > 0 ? item.factors : undefined
  const early = authorised === undefined ? factors : undefined
  const started = fact(happened(definitions.AssessmentStarted, { assessment, referral, factors: early }), start)
  const reviewed = happened(definitions.AssessmentReviewed, { assessment, outcome: 'NOT_STATED' })
  const then: readonly Fact[] = [
    ...reviews.map((day) => fact(reviewed, day, ['outcome'])),
    ...(authorised === undefined ? [] : authorisation(assessment, authorised, factors)),
  ]
  return [started, ...then.toSorted(byDay)]
}

function authorisation(assessment: string, on: Day, factors: CinAssessment['factors'] | undefined): readonly Fact[] {
  const completed = { assessment, outcome: 'NOT_STATED', factors: factors ?? [] } as const
  const assumed = factors === undefined ? ['outcome', 'factors'] : ['outcome']
  return [
    fact(happened(definitions.AssessmentCompleted, completed), on, assumed),
    fact(happened(definitions.AssessmentAuthorised, { assessment }), on),
  ]
}

const byDay = (one: Fact, other: Fact) =>
  one.occurredAt < other.occurredAt ? -1 : one.occurredAt > other.occurredAt ? 1 : 0
