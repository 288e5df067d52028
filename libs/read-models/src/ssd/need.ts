import { isOutcome, noComment, oneIfStated, outcomeJson, yesNo } from './sql.js'
import type { View } from './view.js'

/** Imported history does not say who did it, nor whether the child was seen. */
const unlessImported = (expression: string) => `CASE WHEN assessment.imported = 0 THEN ${expression} END`

const assessments: View = {
  name: 'ssd_cin_assessments',
  columns: {
    cina_assessment_id: 'assessment.assessment',
    cina_person_id: 'assessment.child',
    cina_referral_id: 'assessment.referral',
    cina_assessment_start_date: 'assessment.started',
    cina_assessment_child_seen: `CASE WHEN assessment.seen IS NOT NULL THEN 'Y' ELSE ${unlessImported("'N'")} END`,
    cina_assessment_auth_date: 'assessment.authorised',
    cina_assessment_outcome_json: outcomeJson('assessment.outcome', [
      ['NFA_FLAG', ['NFA']],
      ['NFA_S47_END_FLAG', []],
      ['STRATEGY_DISCUSSION_FLAG', ['STRATEGY_S47']],
      ['CLA_REQUEST_FLAG', ['CLA_REQUEST']],
      ['PRIVATE_FOSTERING_FLAG', ['PRIVATE_FOSTERING']],
      ['LEGAL_ACTION_FLAG', ['LEGAL_ACTION']],
      ['PROV_OF_SERVICES_FLAG', ['PROV_OF_SERVICES']],
      ['PROV_OF_SB_CARE_FLAG', ['PROV_OF_SB_CARE']],
      ['SPECIALIST_ASSESSMENT_FLAG', ['SPECIALIST_ASSESSMENT']],
      ['REFERRAL_TO_OTHER_AGENCY_FLAG', ['REFERRAL_TO_OTHER_AGENCY']],
      ['OTHER_ACTIONS_FLAG', []],
      ['OTHER_OUTCOMES_EXIST_FLAG', ['STEP_DOWN_EH', 'OTHER']],
      ['TOTAL_NO_OF_OUTCOMES', oneIfStated('assessment.outcome')],
      ['COMMENTS', noComment],
    ]),
    cina_assessment_outcome_nfa: isOutcome('assessment.outcome', 'NFA'),
    cina_assessment_team: unlessImported('assessment.team'),
    cina_assessment_worker_id: unlessImported('assessment.worker'),
  },
  from: 'assessment',
}

const factors: View = {
  name: 'ssd_assessment_factors',
  columns: {
    cinf_table_id: 'assessment_factor.assessment',
    cinf_assessment_id: 'assessment_factor.assessment',
    cinf_assessment_factors_json: `'[' || string_agg('"' || assessment_factor.factor || '"', ',' ORDER BY assessment_factor.factor) || ']'`,
  },
  from: 'assessment_factor GROUP BY assessment_factor.child, assessment_factor.assessment',
}

/** The worker of a plan is the one who holds the case, or held it last. */
const holder = (column: string) =>
  `(SELECT allocation.${column} FROM allocation WHERE allocation.child = cin_plan.child ` +
  'AND allocation.referral = cin_plan.referral ORDER BY allocation.given DESC, allocation.given_at DESC LIMIT 1)'

const plans: View = {
  name: 'ssd_cin_plans',
  columns: {
    cinp_cin_plan_id: 'cin_plan.plan',
    cinp_referral_id: 'cin_plan.referral',
    cinp_person_id: 'cin_plan.child',
    cinp_cin_plan_start_date: 'cin_plan.started',
    cinp_cin_plan_end_date: 'cin_plan.ended',
    cinp_cin_plan_team: holder('team'),
    cinp_cin_plan_worker_id: holder('worker'),
  },
  from: 'cin_plan',
}

const visits: View = {
  name: 'ssd_cin_visits',
  columns: {
    cinv_cin_visit_id: 'plan_visit.event',
    cinv_person_id: 'plan_visit.child',
    cinv_cin_visit_date: 'plan_visit.made',
    cinv_cin_visit_seen: yesNo('plan_visit.seen'),
    cinv_cin_visit_seen_alone: yesNo('plan_visit.alone'),
    cinv_cin_visit_bedroom: yesNo('plan_visit.bedroom'),
  },
  from: "plan_visit WHERE plan_visit.kind = 'cinPlan'",
}

export const needViews = [assessments, factors, plans, visits]
