import type { Attempt } from '../sign-in/attempt.js'
import type { SignedIn } from '../token/claims.js'
import type { SessionCookie } from './cookie.js'

declare module 'fastify' {
  /** What a session holds. The plugins add the cookie's settings and the secret of its form tokens. */
  interface Session {
    signedIn?: SignedIn
    /** Shown to the sign-in service at sign-out, so that it knows whose session to end. */
    idToken?: string
    /** Sign-ins under way: several, since several tabs may meet the same time-out. */
    attempts?: readonly Attempt[]
  }
  interface FastifyInstance {
    readonly sessionCookie: SessionCookie
  }
  interface FastifyContextConfig {
    /** Asking this is not activity: a page that asks how long is left would otherwise keep its session for ever. */
    leavesSessionIdle?: boolean
  }
}

/** How long a session lasts, in seconds. */
export interface Limits {
  /** Without a request. 3,600 (one hour) unless told; kept to the minute. */
  readonly idle?: number
  /** From sign-in, whatever happens. 43,200 (12 hours) unless told: a changed role counts after that at the latest. */
  readonly absolute?: number
  /** For signing in. 900 (15 minutes) unless told. */
  readonly attempt?: number
}
