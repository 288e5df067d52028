import { codes } from '@front-door/case-flow'
import { NULL, labelOf, outcomeJson, stated, yesNo } from './sql.js'
import type { View } from './view.js'

const contacts: View = {
  name: 'ssd_contacts',
  columns: {
    cont_contact_id: 'contact.contact',
    cont_person_id: 'contact.child',
    cont_contact_date: 'contact.received_day',
    cont_contact_source_code: 'contact.source',
    cont_contact_source_desc: labelOf('contact.source', codes.contactSource),
    cont_contact_outcome_json: outcomeJson('contact.outcome', [
      ['NEW_REFERRAL_FLAG', ['CIN_REFERRAL']],
      ['EXISTING_REFERRAL_FLAG', ['OPEN_CASE']],
      ['CP_ENQUIRY_FLAG', []],
      ['NFA_FLAG', ['NFA']],
      ['NON_AGENCY_ADOPTION_FLAG', []],
      ['PRIVATE_FOSTERING_FLAG', []],
      ['ADVICE_FLAG', ['INFO_ADVICE', 'SIGNPOST']],
      ['MISSING_FLAG', []],
      ['OLA_CP_FLAG', []],
      ['OTHER_OUTCOMES_EXIST_FLAG', ['EH_REFERRAL']],
    ]),
  },
  from: 'contact',
}

const earlyHelp: View = {
  name: 'ssd_early_help_episodes',
  columns: {
    earl_episode_id: 'early_help.early_help',
    earl_person_id: 'early_help.child',
    earl_episode_start_date: 'early_help.started',
    earl_episode_end_date: 'early_help.ended',
    earl_episode_reason: NULL,
    earl_episode_end_reason: labelOf('early_help.end_reason', codes.earlyHelpEndReason),
    earl_episode_organisation: 'early_help.organisation',
    earl_episode_worker_id: NULL,
  },
  from: 'early_help',
}

const episodes: View = {
  name: 'ssd_cin_episodes',
  columns: {
    cine_referral_id: 'episode.referral',
    cine_person_id: 'episode.child',
    cine_referral_date: 'episode.received',
    cine_cin_primary_need_code: 'episode.need',
    cine_referral_source_code: 'episode.source',
    cine_referral_source_desc: labelOf('episode.source', codes.contactSource),
    cine_referral_outcome_json: outcomeJson('episode.outcome', [
      ['SINGLE_ASSESSMENT_FLAG', ['ASSESSMENT']],
      ['NFA_FLAG', ['NFA']],
      ['STRATEGY_DISCUSSION_FLAG', ['STRATEGY_S47']],
      ['CLA_REQUEST_FLAG', []],
      ['NON_AGENCY_ADOPTION_FLAG', []],
      ['PRIVATE_FOSTERING_FLAG', []],
      ['CP_TRANSFER_IN_FLAG', ['CP_TRANSFER_IN']],
      ['CP_CONFERENCE_FLAG', []],
      ['CARE_LEAVER_FLAG', []],
      ['OTHER_OUTCOMES_EXIST_FLAG', ['ADVICE', 'STEP_DOWN_EH', 'TRANSFER', 'OTHER']],
    ]),
    cine_referral_nfa: yesNo('episode.nfa'),
    cine_close_reason: stated('episode.closure'),
    cine_close_date: 'episode.closed',
    cine_referral_team: 'CASE WHEN episode.imported = 0 THEN episode.team END',
    cine_referral_worker_id: 'CASE WHEN episode.imported = 0 THEN episode.worker END',
  },
  from: 'episode',
}

export const frontViews = [contacts, earlyHelp, episodes]
