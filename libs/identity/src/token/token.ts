import { type JWTVerifyResult, errors, jwtVerify } from 'jose'
import { type ClaimNames, type SignedIn, signedInFrom } from './claims.js'
import { type KeySource, keysOf } from './keys.js'
import { recentTokens } from './recent.js'
import { NotSignedIn, type Reason } from './refusal.js'

export interface VerifierSettings extends KeySource {
  /** Whom the token must be meant for: this service, as its `aud`. */
  readonly audience: string
  /** Seconds by which the issuer's clock may differ from ours. 5 unless told. */
  readonly clockTolerance?: number
  /**
   * Also takes tokens of the type `JWT`, as Entra ID issues them. Its identity tokens are of that type too: give this
   * service an audience that is no client's id.
   */
  readonly acceptPlainJwt?: boolean
  readonly claims?: ClaimNames
  /** Is told of everybody whose token is good, at least once a minute while they ask. */
  readonly met?: (person: SignedIn) => void
  /** Milliseconds since 1970. The machine's clock unless told. */
  readonly now?: () => number
}

/**
 * Says who signs in with an access token. Rejects with `NotSignedIn` (401) where the token is not good, and with
 * `IssuerUnreachable` (503) where that cannot be found out.
 */
export type Verify = (token: string) => Promise<SignedIn>

/** No header that carries a longer one would reach us; what is longer is not worth a hash. */
const LONGEST_TOKEN = 16_384

export function verifier(settings: VerifierSettings): Verify {
  const { now = Date.now, claims, met } = settings
  const check = checker(settings)
  const recent = recentTokens()

  return async (token) => {
    if (token.length > LONGEST_TOKEN) throw new NotSignedIn('malformed')
    const seconds = now() / 1000
    const known = recent.find(token, seconds)
    if (known) return known
    const { payload } = await check(token, new Date(now()))
    const signedIn = signedInFrom(payload, claims)
    met?.(signedIn)
    recent.keep(token, signedIn, payload.exp ?? 0, seconds)
    return signedIn
  }
}

/** The token in an `Authorization` header; throws `NotSignedIn` where there is none. */
export function bearerIn(authorization: string | undefined): string {
  const [, token] = /^Bearer +([^\s,]+) *$/i.exec(authorization ?? '') ?? []
  if (token === undefined) throw new NotSignedIn('missing')
  return token
}

function checker({ issuer, audience, clockTolerance = 5, acceptPlainJwt = false, ...source }: VerifierSettings) {
  const keys = keysOf({ issuer, ...source })
  const kinds = acceptPlainJwt ? ['at+jwt', 'jwt'] : ['at+jwt']
  const rules = { issuer, audience, clockTolerance, algorithms: ['RS256', 'ES256'], requiredClaims: ['exp'] }

  return async (token: string, currentDate: Date): Promise<JWTVerifyResult> => {
    const verified = await jwtVerify(token, keys, { ...rules, currentDate }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? new NotSignedIn(reasonFor(error)) : error
    })
    const kind = verified.protectedHeader.typ?.toLowerCase().replace(/^application\//, '')
    if (kind === undefined || !kinds.includes(kind)) throw new NotSignedIn('kind')
    return verified
  }
}

const claimReasons: Readonly<Record<string, Reason>> = { iss: 'issuer', aud: 'audience', nbf: 'early' }

function reasonFor(error: errors.JOSEError): Reason {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return claimReasons[error.claim] ?? 'malformed'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'key'
  return 'malformed'
}
