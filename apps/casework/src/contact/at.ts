import type { CommandBus, QueryBus } from '@nestjs/cqrs'
import { flow } from '@front-door/case-flow'
import { Problem, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type Policy, mayDo, policyOn } from '@front-door/policy'
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
  const { role } = desk.worker
  if (mayDo(policy, role, act)) return { ...desk, policy }
  const who = policy.may[act]?.join(', ') ?? 'nobody'
  throw new Problem('not-allowed', `Your role (${role}) may not do this: ${flow[act].act.label}. It is for ${who}.`)
}
