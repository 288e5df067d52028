import type { Child } from '../child/index.js'
import { type Episode, episodeOf } from './episode.js'
import { childRules } from './child-rules.js'
import { assessmentRules } from './assessment-rules.js'
import { enquiryRules } from './enquiry-rules.js'
import { planRules } from './plan-rules.js'
import { referralRules } from './referral-rules.js'
import type { Rule } from './rule.js'

const episodeRules: readonly Rule<Episode>[] = [...referralRules, ...assessmentRules, ...enquiryRules, ...planRules]

/** A rule that a history breaks, and the item that breaks it. */
export interface Contradiction {
  readonly rule: string
  readonly says: string
  readonly about: string
}

/** Everything in a child's history that contradicts itself, or a rule of the census. */
export function contradictions(child: Child): readonly Contradiction[] {
  return [
    ...brokenBy(childRules, child),
    ...child.referrals.flatMap((referral) => brokenBy<Episode>(episodeRules, episodeOf(child, referral))),
  ]
}

/** What contradicts itself after that did not before. An act may add none; imported history may hold any. */
export function newContradictions(before: Child, after: Child): readonly Contradiction[] {
  if (ruled.every((part) => before[part] === after[part])) return []
  const found = contradictions(after)
  if (found.length === 0) return found
  const known = new Set(contradictions(before).map(({ rule, about }) => `${rule} ${about}`))
  return found.filter(({ rule, about }) => !known.has(`${rule} ${about}`))
}

/** All that a rule looks at. Visits, voices and other notes are most of what is recorded, and break none. */
const ruled = [
  ...(['person', 'contacts', 'consultations', 'requests', 'referrals', 'assessments', 'discussions'] as const),
  ...(['section47s', 'conferences', 'protectionPlans', 'cinPlans', 'stepDowns', 'earlyHelp', 'oversights'] as const),
]

/** Asked with every decision: most rules hold, and then nothing is made. */
function brokenBy<On>(rules: readonly Rule<On>[], on: On): readonly Contradiction[] {
  const found: Contradiction[] = []
  for (const { rule, says, broken } of rules) for (const { id } of broken(on)) found.push({ rule, says, about: id })
  return found
}
