/** Why somebody is not signed in: each reason with what they, or whoever sends the token for them, can do about it. */
const sentences = {
  missing: 'Sign in first: send an access token in the header Authorization, as Bearer and the token.',
  malformed: 'The access token cannot be read. Sign in again.',
  kind: 'This is not an access token of a kind accepted here. Send the access token, not an identity token.',
  algorithm: 'The access token is not signed with RS256 or ES256. Ask an administrator to check the sign-in service.',
  key: 'The access token is signed with a key the sign-in service does not publish. Sign in again.',
  signature: 'The signature of the access token is wrong. Sign in again.',
  issuer: 'The access token comes from another sign-in service. Sign in again through the one this council uses.',
  audience: 'The access token is meant for another service. Ask for one meant for Front Door.',
  expired: 'The access token has expired. Sign in again.',
  early: 'The access token is not valid yet. Check the clock of the sign-in service.',
  id: 'Your account has no id that can be recorded. Ask an administrator: 1 to 64 letters, digits and . _ @ - are needed.',
  role: 'Your account has no role at the front door. Ask an administrator to give you one.',
  roles: 'Your account has several roles at the front door. Ask an administrator to leave you one.',
  team: 'The team of your account cannot be recorded. Ask an administrator: it must be at most 80 characters of text.',
} as const

export type Reason = keyof typeof sentences

/**
 * Nobody is signed in by this token (401). Neither the reason nor the sentence holds any of the token, and there is
 * no cause: the errors underneath carry its claims, which would then reach the program's log.
 */
export class NotSignedIn extends Error {
  constructor(
    readonly reason: Reason,
    detail = '',
  ) {
    super(sentences[reason] + detail)
    this.name = 'NotSignedIn'
  }
}

/** The sign-in service did not answer, or not with usable keys, so that nobody can be let in or turned away (503). */
export class IssuerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The sign-in service cannot be reached, so it is not known who is asking. Try again in a minute.', { cause })
    this.name = 'IssuerUnreachable'
  }
}
