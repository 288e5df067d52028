import type { NavigationItem } from '@front-door/pages'
import { type Policy, mayDo } from '@front-door/policy'

/** A place people may go to, and the permission it takes. */
export interface Place {
  readonly text: string
  readonly href: string
  readonly permission: string
}

/** The places a role may go to. The guard of each place decides; this only does not show what would be refused. */
export function navigationFor(
  places: readonly Place[],
  role: string,
  policy: Policy,
  path: string,
): readonly NavigationItem[] {
  return places
    .filter(({ permission }) => mayDo(policy, role, permission))
    .map(({ text, href }) => ({ text, href, current: path === href || (href !== '/' && path.startsWith(`${href}/`)) }))
}
