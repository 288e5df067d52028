import { codes } from '@front-door/case-flow'
import { NULL, isOutcome, labelOf, noComment, oneIfStated, outcomeJson, yesNo } from './sql.js'
import type { View } from './view.js'

/** Where an imported enquiry does not say what came of it, its conference does. */
const enquiryOutcome =
  "CASE WHEN COALESCE(section47.outcome, 'NOT_STATED') = 'NOT_STATED' AND section47.conference IS NOT NULL " +
  "THEN 'ICPC' ELSE section47.outcome END"

const section47: View = {
  name: 'ssd_s47_enquiry',
  columns: {
    s47e_s47_enquiry_id: 'section47.section47',
    s47e_referral_id: 'section47.referral',
    s47e_person_id: 'section47.child',
    s47e_s47_start_date: 'section47.started',
    s47e_s47_end_date: 'section47.ended',
    s47e_s47_nfa:
      "CASE WHEN section47.conference_not_required = 1 THEN 'Y' WHEN section47.stage <> 'started' THEN 'N' END",
    s47e_s47_outcome_json: outcomeJson('section47.outcome', [
      ['NFA_FLAG', ['NFA']],
      ['LEGAL_ACTION_FLAG', ['LEGAL']],
      ['PROV_OF_SERVICES_FLAG', ['S17']],
      ['PROV_OF_SB_CARE_FLAG', ['S17_SB']],
      ['CP_CONFERENCE_FLAG', ['ICPC']],
      ['NFA_CONTINUE_SINGLE_FLAG', ['NFA_CONTINUE']],
      ['MONITOR_FLAG', ['MONITOR']],
      ['OTHER_OUTCOMES_EXIST_FLAG', ['OTHER']],
      ['TOTAL_NO_OF_OUTCOMES', oneIfStated('section47.outcome')],
      ['OUTCOME_COMMENTS', noComment],
    ]),
    s47e_s47_completed_by_worker_id: 'concluded.worker',
    s47e_s47_completed_by_team: 'concluded.team',
  },
  from:
    `(SELECT child, section47, referral, started, ended, stage, conference_not_required, ${enquiryOutcome} AS outcome ` +
    'FROM section47) section47 LEFT JOIN decision concluded ON concluded.child = section47.child ' +
    "AND concluded.item = section47.section47 AND concluded.type = 'Section47Concluded' AND concluded.role <> 'import'",
}

const conference: View = {
  name: 'ssd_initial_cp_conference',
  columns: {
    icpc_icpc_id: 'conference.conference',
    icpc_icpc_meeting_id: NULL,
    icpc_s47_enquiry_id: 'conference.section47',
    icpc_person_id: 'conference.child',
    icpc_cp_plan_id:
      '(SELECT MIN(protection_plan.plan) FROM protection_plan WHERE protection_plan.child = conference.child ' +
      'AND protection_plan.conference = conference.conference)',
    icpc_referral_id: 'conference.referral',
    icpc_icpc_transfer_in: "CASE conference.kind WHEN 'TRANSFER_IN' THEN 'Y' ELSE 'N' END",
    icpc_icpc_target_date: 'target.due',
    icpc_icpc_date: 'conference.held',
    icpc_icpc_outcome_cp_flag: isOutcome('conference.outcome', 'CP'),
    icpc_icpc_outcome_json: outcomeJson('conference.outcome', [
      ['NFA_FLAG', ['NFA']],
      ['REFERRAL_TO_OTHER_AGENCY_FLAG', ['REFERRAL_TO_OTHER_AGENCY']],
      ['SINGLE_ASSESSMENT_FLAG', ['SINGLE_ASSESSMENT']],
      ['PROV_OF_SERVICES_FLAG', ['PROV_OF_SERVICES']],
      ['CP_FLAG', ['CP']],
      ['OTHER_OUTCOMES_EXIST_FLAG', ['OTHER']],
      ['TOTAL_NO_OF_OUTCOMES', oneIfStated('conference.outcome')],
      ['COMMENTS', noComment],
    ]),
    icpc_icpc_team: 'held.team',
    icpc_icpc_worker_id: 'held.worker',
  },
  from:
    'conference LEFT JOIN timescale target ON target.child = conference.child AND target.item = ' +
    'COALESCE(conference.section47, conference.referral) AND target.clock = ' +
    "CASE WHEN conference.section47 IS NULL THEN 'transferInConference' ELSE 'conference' END " +
    'LEFT JOIN decision held ON held.child = conference.child AND held.item = conference.conference ' +
    "AND held.type = 'ConferenceHeld' AND held.role <> 'import'",
}

const plans: View = {
  name: 'ssd_cp_plans',
  columns: {
    cppl_cp_plan_id: 'protection_plan.plan',
    cppl_referral_id: 'protection_plan.referral',
    cppl_icpc_id: 'protection_plan.conference',
    cppl_person_id: 'protection_plan.child',
    cppl_cp_plan_start_date: 'protection_plan.started',
    cppl_cp_plan_end_date: 'protection_plan.ended',
    cppl_cp_plan_initial_category: labelOf('protection_plan.category', codes.abuseCategory),
    // Every plan recorded here is this authority's own.
    cppl_cp_plan_ola: "'N'",
    cppl_cp_plan_latest_category: labelOf('protection_plan.latest_category', codes.abuseCategory),
  },
  from: 'protection_plan',
}

const visits: View = {
  name: 'ssd_cp_visits',
  columns: {
    cppv_cp_visit_id: 'plan_visit.event',
    cppv_person_id: 'plan_visit.child',
    cppv_cp_plan_id: 'plan_visit.plan',
    cppv_cp_visit_date: 'plan_visit.made',
    cppv_cp_visit_seen: yesNo('plan_visit.seen'),
    cppv_cp_visit_seen_alone: yesNo('plan_visit.alone'),
    cppv_cp_visit_bedroom: yesNo('plan_visit.bedroom'),
  },
  from: "plan_visit WHERE plan_visit.kind = 'protectionPlan'",
}

const reviews: View = {
  name: 'ssd_cp_reviews',
  columns: {
    cppr_cp_review_id: "plan_review.plan || '-' || plan_review.number",
    cppr_person_id: 'plan_review.child',
    cppr_cp_plan_id: 'plan_review.plan',
    cppr_cp_review_due:
      '(SELECT MIN(timescale.due) FROM timescale WHERE timescale.child = plan_review.child ' +
      "AND timescale.clock IN ('protectionPlanFirstReview', 'protectionPlanReview') " +
      'AND timescale.item = plan_review.plan AND timescale.stop = plan_review.held)',
    cppr_cp_review_date: 'plan_review.held',
    cppr_cp_review_meeting_id: NULL,
    cppr_cp_review_outcome_continue_cp: "CASE plan_review.outcome WHEN 'CONTINUE' THEN 'Y' WHEN 'END' THEN 'N' END",
    cppr_cp_review_quorate: NULL,
    cppr_cp_review_participation: NULL,
  },
  from: "plan_review WHERE plan_review.kind = 'protectionPlan'",
}

export const protectionViews = [section47, conference, plans, visits, reviews]
