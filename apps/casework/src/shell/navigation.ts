import type { NavigationItem } from '@front-door/pages'
import { type Policy, mayDo } from '@front-door/policy'

const places = [
  { text: 'Board', href: '/', permission: 'see-worklists' },
  { text: 'Record a contact', href: '/contacts/new', permission: 'receive-contact' },
  { text: 'Record advice given', href: '/consultations/new', permission: 'give-consultation' },
  { text: 'Information asked of us', href: '/requests', permission: 'see-requests' },
  { text: 'Find a child', href: '/find', permission: 'find-children' },
  { text: 'Who has read', href: '/reads', permission: 'see-reads' },
] as const

/** The places a role may go to. The guard of each place decides; this only does not show what would be refused. */
export function navigationFor(role: string, policy: Policy, path: string): readonly NavigationItem[] {
  return places
    .filter(({ permission }) => mayDo(policy, role, permission))
    .map(({ text, href }) => ({ text, href, current: path === href }))
}
