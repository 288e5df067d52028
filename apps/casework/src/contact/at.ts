import type { CommandBus, QueryBus } from '@nestjs/cqrs'
import { today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type Policy, policyOn } from '@front-door/policy'
import { checkMayDo } from '../forms/for-whom.js'
import type { Parts } from '../parts.js'
import type { Intake } from './intake.js'

/** Who looks, in which request, and what they look with. */
export interface Looking {
  readonly parts: Parts
  readonly queries: QueryBus
  readonly worker: SignedIn
  readonly policy: Policy
  readonly request: string
}

/** Who sits at a form, and what they sit at. */
export type Desk = Omit<Looking, 'policy'> & { readonly commands: CommandBus }

/** Somebody at a form that is for their role. */
export type At = Looking & { readonly commands: CommandBus }

/** What stands after the `?` of an address. */
export type AskedFor = Readonly<Record<string, string | readonly string[] | undefined>>

/** Lets those to the form who may do its act. */
export function admitted({ act }: Pick<Intake, 'act'>, desk: Desk): At {
  const policy = policyOn(desk.parts.agreed.policies, today(desk.parts))
  checkMayDo(act, desk.worker.role, policy)
  return { ...desk, policy }
}
