import { type Role, roles } from '@front-door/policy'
import { NotSignedIn } from './refusal.js'

/** Who is asking. `id`, `role` and `team` go into every event they record; `name` is only ever shown. */
export interface SignedIn {
  /** 1 to 64 letters, digits and `. _ @ -`, stable for life: what the trail says of who decided. */
  readonly id: string
  readonly role: Role
  /** At most 80 characters; empty where the sign-in service says nothing of teams. */
  readonly team: string
  readonly name?: string
}

/** Which claim of the token says what. Entra ID has `oid` for the id and `roles`, a list, for the role. */
export interface ClaimNames {
  /** `sub` unless told. */
  readonly id?: string
  /** `role` unless told: a role's name, or a list that holds exactly one of ours. */
  readonly role?: string
  /** `team` unless told. */
  readonly team?: string
}

type Claims = Readonly<Record<string, unknown>>

const WORKER_ID = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/
/** No control, formatting or unassigned characters: both are printed in lists and logs. */
const PLAIN = /^[^\p{C}]{1,80}$/u

export function isWorkerId(text: string): boolean {
  return WORKER_ID.test(text)
}

export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** Reads the person out of the claims of a verified token; throws `NotSignedIn` where they do not name one. */
export function signedInFrom(claims: Claims, names: ClaimNames = {}): SignedIn {
  const id = claims[names.id ?? 'sub']
  if (typeof id !== 'string' || !isWorkerId(id)) throw new NotSignedIn('id')
  const { name } = claims
  return Object.freeze({
    id,
    role: roleIn(claims[names.role ?? 'role']),
    team: teamIn(claims[names.team ?? 'team']),
    ...(typeof name === 'string' && isPlain(name.trim()) ? { name: name.trim() } : {}),
  })
}

/** Roles of other systems in the same list are passed over. Two of ours are refused: we may not choose between them. */
function roleIn(claim: unknown): Role {
  const said: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  const [role, ...more] = roles.filter((known) => said.includes(known))
  if (!role) throw new NotSignedIn('role', ` The roles are ${roles.join(', ')}.`)
  if (more.length > 0) throw new NotSignedIn('roles', ` You have ${[role, ...more].join(', ')}.`)
  return role
}

function teamIn(claim: unknown): string {
  if (claim === undefined || claim === null || claim === '') return ''
  if (typeof claim !== 'string' || !isPlain(claim)) throw new NotSignedIn('team')
  return claim
}
