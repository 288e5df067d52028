import { type Instant, momentInWords, momentOf } from '@front-door/calendar'
import { flow, isActName } from '@front-door/case-flow'
import type { Role } from '@front-door/policy'

const roleNames: Readonly<Record<Role | 'import', string>> = {
  'business-support': 'Business support',
  'screening-social-worker': 'Screening social worker',
  'social-worker': 'Social worker',
  'early-help-co-ordinator': 'Early help co-ordinator',
  edt: 'Emergency duty team (EDT)',
  partner: 'Partner agency',
  'team-manager': 'Team manager',
  'performance-analyst': 'Performance analyst',
  reviewer: 'Reviewer',
  administrator: 'Administrator',
  import: 'Imported record',
}

/** A role as people call it: `team-manager` is "Team manager". */
export function roleName(role: string): string {
  return new Map(Object.entries(roleNames)).get(role) ?? role
}

/** What an act is called: `decide-contact` is "Decide what happens after a contact". */
export function actLabel(name: string): string {
  return isActName(name) ? flow[name].act.label : name
}

/** When the system recorded something, in London words: `4 June 2026 at 9:32am`. */
export function instantInWords(instant: Instant): string {
  return momentInWords(momentOf(instant))
}
