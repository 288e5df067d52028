import { roleName } from '@front-door/pages'
import type { Policy } from '@front-door/policy'

/** Whom the policy lets do or read something, and who asked, as the end of a sentence that says what it is. */
export function forWhom(permission: string, role: string, { may }: Policy): string {
  const who = (may[permission] ?? []).map(roleName).join(', ') || 'nobody'
  return `is for ${who}. You are signed in as ${roleName(role)}.`
}
