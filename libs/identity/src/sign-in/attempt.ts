/** A sign-in under way, kept in the session between leaving for the sign-in service and coming back. */
export interface Attempt {
  /** Comes back in the address: that the answer is to this question. */
  readonly state: string
  /** Comes back in the identity token: that the token was made for this sign-in. */
  readonly nonce: string
  /** Proves at the end that who finishes is who began (PKCE). */
  readonly verifier: string
  /** A path of ours. */
  readonly returnTo: string
  /** Milliseconds since 1970. */
  readonly began: number
}
