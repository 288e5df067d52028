import { type JWTVerifyGetKey, createRemoteJWKSet, errors } from 'jose'
import { safeUrl } from './address.js'
import { IssuerUnreachable } from './refusal.js'
import { shared } from './shared.js'

export interface KeySource {
  /** As in the `iss` of its tokens. */
  readonly issuer: string
  /** Where its keys are; found through OpenID Connect discovery unless given. */
  readonly jwksUri?: string
  /** Seconds to wait for the issuer. 3 unless told. */
  readonly timeout?: number
  /** Seconds before an unknown key is asked for again, so that forged tokens cannot flood the issuer. 30 unless told. */
  readonly askAgainAfter?: number
}

/** A key the issuer withdraws is trusted for at most this long; a new one is asked for when it is first met. */
const HOUR = 3_600_000

/**
 * Finds the key a token is signed with among those its issuer publishes. Rejects with jose's own errors where the token
 * names no such key, and with `IssuerUnreachable` where the keys cannot be had. Throws where an address is unsafe.
 */
export function keysOf({ issuer, jwksUri, timeout = 3, askAgainAfter = 30 }: KeySource): JWTVerifyGetKey {
  const base = safeUrl(issuer)
  const given = jwksUri === undefined ? undefined : safeUrl(jwksUri)
  const options = { timeoutDuration: timeout * 1000, cooldownDuration: askAgainAfter * 1000, cacheMaxAge: HOUR }
  const published = shared(async () => createRemoteJWKSet(given ?? (await discover(issuer, base, timeout)), options))

  return async (header, token) => {
    try {
      const keys = await published()
      return await keys(header, token)
    } catch (error) {
      if (isAboutTheToken(error)) throw error
      throw new IssuerUnreachable(error)
    }
  }
}

/** OpenID Connect discovery: the issuer says of itself where its keys are. */
async function discover(issuer: string, base: URL, timeout: number): Promise<URL> {
  const answer = await fetch(`${base.href.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeout * 1000),
  })
  if (!answer.ok) throw new Error(`Discovery was answered with ${answer.status}.`)
  const document: unknown = await answer.json()
  if (!isDiscovery(document)) throw new Error('The discovery document names no issuer or no jwks_uri.')
  if (document.issuer !== issuer) throw new Error(`The issuer calls itself ${document.issuer}, not ${issuer}.`)
  return safeUrl(document.jwks_uri)
}

function isDiscovery(document: unknown): document is { issuer: string; jwks_uri: string } {
  if (typeof document !== 'object' || document === null) return false
  const { issuer, jwks_uri }: { issuer?: unknown; jwks_uri?: unknown } = document
  return typeof issuer === 'string' && typeof jwks_uri === 'string'
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  )
}
