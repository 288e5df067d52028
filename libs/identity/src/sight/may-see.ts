import { type Policy, type Role, mayDo } from '@front-door/policy'
import { isPurpose } from '../reads/purposes.js'

/** Who reads. */
export interface Reader {
  readonly id: string
  readonly role: Role
}

/** Of a child's record, what decides who may see it. */
export interface RecordSeen {
  /** The ids of those to whom it opens. Absent: it is not restricted. An empty list: nobody may open it. */
  readonly restrictedTo?: readonly string[]
}

/** Yes; no, by which rule and in a sentence; or only once the reader says what for. */
export type Sight =
  'yes' | { readonly no: string; readonly rule: 'role' | 'restricted' } | { readonly purposeNeeded: true }

/**
 * Whether somebody may see a child's record, or the part of it that a `reading` of the policy is about: their role must
 * be among those the policy lets do that, and a restricted record opens only to the people it names, who say what for.
 * The one place this is decided.
 */
export function maySee(
  reader: Reader,
  record: RecordSeen,
  policy: Policy,
  purpose?: string,
  reading = 'read-trail',
): Sight {
  if (!mayDo(policy, reader.role, reading)) return { no: notForYourRole(reader, policy, reading), rule: 'role' }
  if (!record.restrictedTo) return 'yes'
  if (!isOpenTo(reader, record)) return { no: RESTRICTED, rule: 'restricted' }
  return isPurpose(purpose) ? 'yes' : { purposeNeeded: true }
}

/** Whether a record is unrestricted, or restricted to people of whom the reader is one. */
export function isOpenTo({ id }: Reader, { restrictedTo }: RecordSeen): boolean {
  return restrictedTo === undefined || restrictedTo.includes(id)
}

const RESTRICTED =
  'This record is restricted to named people. If you need it to keep a child safe, ask a team manager now. Whoever decides at the front door can open it in an emergency.'

function notForYourRole({ role }: Reader, policy: Policy, reading: string): string {
  const roles = policy.may[reading]?.join(', ') || 'nobody'
  return `Your role (${role}) may not see children’s records. They are for ${roles}.`
}
