import { NULL, stated } from './sql.js'
import type { View } from './view.js'

const involvements: View = {
  name: 'ssd_involvements',
  columns: {
    invo_involvements_id: 'allocation.event',
    invo_professional_id: 'allocation.worker',
    invo_professional_role_id: "'Allocated worker'",
    invo_professional_team: 'allocation.team',
    invo_involvement_start_date: 'allocation.given',
    invo_involvement_end_date: 'allocation.ended',
    invo_worker_change_reason: stated('allocation.change'),
    invo_person_id: 'allocation.child',
    invo_referral_id: 'allocation.referral',
  },
  from: 'allocation',
}

/** Whoever another view names, once. Who they are besides is in the council's own system of staff. */
const professionals: View = {
  name: 'ssd_professionals',
  columns: {
    prof_professional_id: 'named.worker',
    prof_staff_id: 'named.worker',
    prof_professional_name: NULL,
    prof_social_worker_registration_no: NULL,
    prof_professional_job_title: NULL,
    prof_professional_caseload: NULL,
    prof_professional_department: NULL,
    prof_full_time_equivalency: NULL,
    prof_agency_worker_flag: NULL,
  },
  from: named('worker'),
}

const department: View = {
  name: 'ssd_department',
  columns: {
    dept_team_id: 'named.team',
    dept_team_name: 'named.team',
    dept_team_parent_id: NULL,
    dept_team_parent_name: NULL,
  },
  from: named('team'),
}

function named(column: 'worker' | 'team'): string {
  const selected = [
    `SELECT ${column} FROM allocation`,
    `SELECT ${column} FROM episode WHERE imported = 0`,
    `SELECT ${column} FROM assessment WHERE imported = 0`,
    `SELECT ${column} FROM decision WHERE type IN ('Section47Concluded', 'ConferenceHeld') AND role <> 'import'`,
  ]
  return `(${selected.join(' UNION ')}) named`
}

export const workerViews = [involvements, professionals, department]
