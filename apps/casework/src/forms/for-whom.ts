import { type ActName, type ChildEvent, type History, flow, whyNotToCorrect } from '@front-door/case-flow'
import { Problem, forWhom } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { roleName } from '@front-door/pages'
import { type Policy, mayDo } from '@front-door/policy'

/** A form is for those who may do its act: nobody fills in what is then refused. */
export function checkMayDo(act: ActName, role: string, policy: Policy): void {
  if (mayDo(policy, role, act)) return
  throw new Problem('not-allowed', `${flow[act].act.label}: this ${forWhom(act, role, policy)}`)
}

/** Which entries somebody corrects depends on who may record such an entry, and on who has agreed to it since. */
export function checkMayCorrect(entry: ChildEvent, history: History, worker: SignedIn, policy: Policy): void {
  const refusal = whyNotToCorrect(history, entry, { worker, policy }, roleName)
  if (refusal) throw new Problem('not-allowed', refusal.message)
}

/** A case is given to somebody who visits children; a restricted record may open to anybody who reads records, or parts of them. */
export function mayBePicked(act: ActName, role: string, policy: Policy): boolean {
  if (act !== 'restrict-record') return mayDo(policy, role, 'make-visit')
  return mayDo(policy, role, 'read-trail') || mayDo(policy, role, 'see-requests')
}
