import { type Role, roles } from '@front-door/policy'
import type { StaffMember } from '../staff/staff.js'
import { type DemoPage, demoPage, escaped } from './page.js'
import { demoStaff } from './staff.js'

const roleNames: Readonly<Record<Role, string>> = {
  'business-support': 'Business support',
  'screening-social-worker': 'Screening social worker',
  'social-worker': 'Social worker',
  'early-help-co-ordinator': 'Early help co-ordinator',
  edt: 'Emergency duty team',
  partner: 'Partner',
  'team-manager': 'Team manager',
  'performance-analyst': 'Performance analyst',
  reviewer: 'Reviewer',
  administrator: 'Administrator',
}

/** The page that takes the place of a password: everybody on the invented staff, by role. */
export function choosePage(action: string, next: string): DemoPage {
  const groups = roles
    .map((role) =>
      groupOf(
        role,
        demoStaff.filter((person) => person.role === role),
      ),
    )
    .join('\n')
  return demoPage('Choose who to be', `<form method="post" action="${escaped(action)}">\n${groups}\n</form>`, next)
}

function groupOf(role: Role, people: readonly StaffMember[]): string {
  return `<h2>${roleNames[role]}</h2>\n<ul>\n${people.map(buttonFor).join('\n')}\n</ul>`
}

function buttonFor({ id, name, team }: StaffMember): string {
  return `<li><button name="person" value="${escaped(id)}">${escaped(name)} <span class="team">${escaped(team)}</span></button></li>`
}
