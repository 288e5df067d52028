import type { Role } from '@front-door/policy'
import type { SignedIn } from '../token/claims.js'

/** Somebody who works here, by the name, the role and the team they last signed in with. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly team: string
}

/** The people who work here, as far as is known: names for trails, and who can be picked. */
export interface Staff {
  /**
   * Also of somebody who has left: what they decided stays theirs by name. Nothing where they never signed in by name.
   */
  nameOf(id: string): string | undefined
  /** Whoever was here within the last 12 months, by name. */
  recent(): readonly StaffMember[]
  /**
   * Keeps who signed in, as a verified token says; on disk when it returns. Written only where something has changed,
   * or a new day has begun. Who signs in without a name, as programs do, is not kept.
   */
  met(person: SignedIn): void
  close(): void
}
