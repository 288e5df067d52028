import { isBefore } from '@front-door/calendar'
import type { Episode } from './episode.js'
import { type Rule, started } from './rule.js'

/** Assessments. Numbers are rules of the CIN census (2025-26 ruleset). */
export const assessmentRules: readonly Rule<Episode>[] = [
  {
    rule: '1103',
    says: 'An assessment does not start before the referral.',
    broken: (e) => e.assessments.filter((assessment) => started(assessment) < started(e.referral)),
  },
  {
    rule: '8608',
    says: 'An assessment is not authorised before it starts, or before it is complete.',
    broken: (e) =>
      e.assessments.filter(
        ({ authorisedAt, openedAt, completedAt }) =>
          authorisedAt !== undefined &&
          (isBefore(authorisedAt, openedAt) || isBefore(authorisedAt, completedAt ?? openedAt)),
      ),
  },
  {
    rule: '8614',
    says: 'An assessment has no factors until it is authorised.',
    broken: (e) =>
      e.assessments.filter((assessment) => assessment.stage === 'started' && assessment.factors.length > 0),
  },
  {
    rule: '8896',
    says: 'An episode has at most one assessment under way.',
    broken: (e) => e.assessments.filter((assessment) => !assessment.authorisedAt).slice(1),
  },
  {
    rule: '8897Q',
    says: 'An authorised assessment has at least one factor (21 where none was identified).',
    broken: (e) => e.assessments.filter((assessment) => assessment.authorisedAt && assessment.factors.length === 0),
  },
  {
    rule: '8869',
    says: 'Factor 21 (no factors) stands alone.',
    broken: (e) =>
      e.assessments.filter((assessment) => assessment.factors.includes('21') && assessment.factors.length > 1),
  },
]
