import { type ActName, flow } from '@front-door/case-flow'
import { Problem } from '@front-door/door'
import { roleName } from '@front-door/pages'
import { type Policy, mayDo } from '@front-door/policy'

/** A form is for those who may do its act: nobody fills in what is then refused. */
export function checkMayDo(act: ActName, role: string, policy: Policy): void {
  if (mayDo(policy, role, act)) return
  const who = (policy.may[act] ?? []).map(roleName).join(', ') || 'nobody'
  throw new Problem(
    'not-allowed',
    `${flow[act].act.label}: this is for ${who}. You are signed in as ${roleName(role)}.`,
  )
}

/** A case is given to somebody who visits children; a restricted record may open to anybody who reads records. */
export function mayBePicked(act: ActName, role: string, policy: Policy): boolean {
  return mayDo(policy, role, act === 'restrict-record' ? 'read-trail' : 'make-visit')
}
