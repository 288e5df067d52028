import * as oidc from 'openid-client'
import { isLoopback, safeUrl } from '../token/address.js'
import { type ClaimNames, type SignedIn, signedInFrom } from '../token/claims.js'
import { IssuerUnreachable } from '../token/refusal.js'
import { shared } from '../token/shared.js'
import type { Attempt } from './attempt.js'
import { failureFrom } from './failure.js'
import { localPath } from './local-path.js'
import { SignInFailed } from './refusal.js'

export interface SignInSettings {
  /** As in the `iss` of its tokens. https, or http on this machine. */
  readonly issuer: string
  /** What the sign-in service calls Front Door. Not the audience of access tokens. */
  readonly clientId: string
  /** Absent where Front Door is a public client there; PKCE is used in either case. */
  readonly clientSecret?: string
  /** The public address of Front Door; a function where it is known only once the server listens. */
  readonly url: string | (() => string)
  readonly claims?: ClaimNames
  /** Is told of everybody who signs in. */
  readonly met?: (person: SignedIn) => void
  /** What is asked for, `openid profile` unless told. */
  readonly scope?: string
  /** Seconds to wait for the issuer. 3 unless told. */
  readonly timeout?: number
  /** Milliseconds since 1970. The machine's clock unless told. */
  readonly now?: () => number
}

/** Who signed in, the token that proves it, and where they wanted to go. */
export interface Finished {
  readonly signedIn: SignedIn
  readonly idToken: string
  readonly returnTo: string
}

/** Sign-in through the browser: OpenID Connect, authorization code with PKCE. */
export interface SignIn {
  /** The public address of Front Door. */
  readonly url: URL
  /** Where the issuer signs people in, as it says itself. Rejects with `IssuerUnreachable`. */
  authorizationUrl(): Promise<string | undefined>
  /** Where to send the browser, and what to keep until it comes back. Rejects with `IssuerUnreachable`. */
  begin(returnTo?: unknown): Promise<{ readonly url: string; readonly attempt: Attempt }>
  /**
   * Who came back. `query` is that of the address they came back to, with its `?`. Rejects with `SignInFailed`, with
   * `NotSignedIn` where they have no role here, or two, and with `IssuerUnreachable`.
   */
  finish(query: string, attempt: Attempt | undefined): Promise<Finished>
  /** Where to send the browser to end the session there too; nothing where the issuer has no such place. */
  endUrl(idToken?: string): Promise<string | undefined>
}

/** A sign-in begun longer ago than this, in milliseconds, is begun anew. */
const TOO_LONG = 10 * 60_000

/** Throws where the address of the issuer, or of Front Door, is neither https nor this machine's. */
export function signIn(settings: SignInSettings): SignIn {
  const { claims, met, scope = 'openid profile', now = Date.now } = settings
  const issuer = safeUrl(settings.issuer)
  const home = homeOf(settings.url)
  const client = clientAt(issuer, settings)
  const callback = () => new URL('/sign-in/callback', home()).href

  return {
    get url() {
      return home()
    },
    async authorizationUrl() {
      return (await client()).serverMetadata().authorization_endpoint
    },
    async begin(returnTo) {
      const known = await client()
      const attempt = newAttempt(localPath(returnTo), now())
      const url = oidc.buildAuthorizationUrl(known, {
        redirect_uri: callback(),
        scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, attempt }
    },
    async finish(query, attempt) {
      if (!attempt || now() - attempt.began > TOO_LONG) throw new SignInFailed('expired')
      if (new URLSearchParams(query).get('state') !== attempt.state) throw new SignInFailed('state')
      const { idToken, said } = await exchange(await client(), callback() + query, attempt)
      const signedIn = signedInFrom(said, claims)
      met?.(signedIn)
      return { signedIn, idToken, returnTo: attempt.returnTo }
    },
    async endUrl(idToken) {
      const known = await client()
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined
      const after = { post_logout_redirect_uri: new URL('/signed-out', home()).href }
      return oidc.buildEndSessionUrl(known, idToken ? { ...after, id_token_hint: idToken } : after).href
    },
  }
}

function homeOf(url: string | (() => string)): () => URL {
  const given = () => safeUrl(typeof url === 'function' ? url() : url, 'Front Door')
  if (typeof url === 'string') given()
  return given
}

/** What the issuer says of itself, asked once; its tokens are checked against its keys although they come by TLS. */
function clientAt(issuer: URL, { clientId, clientSecret, timeout = 3 }: SignInSettings) {
  const isPlainHttp = issuer.protocol === 'http:' && isLoopback(issuer)
  const execute = [oidc.enableNonRepudiationChecks, ...(isPlainHttp ? [oidc.allowInsecureRequests] : [])]
  const ask = shared(() =>
    oidc.discovery(issuer, clientId, { [oidc.clockTolerance]: 5 }, authentication(clientSecret), { execute, timeout }),
  )
  return () =>
    ask().catch((error: unknown) => {
      throw new IssuerUnreachable(error)
    })
}

function authentication(clientSecret: string | undefined): oidc.ClientAuth {
  return clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret)
}

function newAttempt(returnTo: string, began: number): Attempt {
  return {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo,
    began,
  }
}

async function exchange(client: oidc.Configuration, current: string, { state, nonce, verifier }: Attempt) {
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
  const answer = await oidc.authorizationCodeGrant(client, new URL(current), checks).catch((error: unknown) => {
    throw failureFrom(error)
  })
  const said = answer.claims()
  if (!said || answer.id_token === undefined) throw new SignInFailed('answer')
  return { idToken: answer.id_token, said }
}
