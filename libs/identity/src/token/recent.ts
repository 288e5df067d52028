import { hash } from 'node:crypto'
import type { SignedIn } from './claims.js'

/** How many tokens are remembered, and for how many seconds at most: a key withdrawn by the issuer counts after that. */
const MOST = 1_000
const LONGEST = 60

export interface RecentTokens {
  find(token: string, now: number): SignedIn | undefined
  keep(token: string, signedIn: SignedIn, expires: number, now: number): void
}

/**
 * Whom the tokens verified in the last minute belong to, so that somebody's tenth request of the minute costs a hash
 * and not a signature. Times are seconds since 1970. Tokens themselves are not kept.
 */
export function recentTokens(): RecentTokens {
  const kept = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>()
  return {
    find(token, now) {
      const found = kept.get(printOf(token))
      return found && now < found.until ? found.signedIn : undefined
    },
    keep(token, signedIn, expires, now) {
      const print = printOf(token)
      kept.delete(print)
      kept.set(print, { signedIn, until: Math.min(expires, now + LONGEST) })
      if (kept.size <= MOST) return
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    },
  }
}

function printOf(token: string): string {
  return hash('sha256', token, 'base64url')
}
