import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type JWTHeaderParameters, type JWTPayload, SignJWT, exportJWK, generateKeyPair } from 'jose'

export const audience = 'front-door'
/** The clock of these tests: seconds since 1970. */
export const now = Math.floor(Date.UTC(2025, 5, 2, 9, 30) / 1000)

interface Key {
  readonly kid: string
  readonly alg: 'RS256' | 'ES256'
  readonly pair: Awaited<ReturnType<typeof generateKeyPair>>
}

export async function newKey(kid: string, alg: Key['alg'] = 'RS256'): Promise<Key> {
  return { kid, alg, pair: await generateKeyPair(alg, { extractable: true }) }
}

/**
 * A sign-in service on a port of this machine: publishes the keys it is told to, and counts who asks. To whoever brings
 * a code it gives the identity token it is told to.
 */
export async function startIssuer(...keys: Key[]) {
  const asked = { discovery: 0, keys: 0 }
  const answers = { issuer: '', isBroken: false, isSilent: false, idToken: '' }
  const server = createServer(async ({ url }, response) => {
    if (answers.isSilent) return
    if (answers.isBroken) return void response.writeHead(500).end()
    if (url === '/token') return void response.setHeader('content-type', 'application/json').end(tokens())
    const isDiscovery = url === '/.well-known/openid-configuration'
    asked[isDiscovery ? 'discovery' : 'keys'] += 1
    response
      .setHeader('content-type', 'application/json')
      .end(
        JSON.stringify(
          isDiscovery
            ? { issuer: answers.issuer, jwks_uri: `${issuer}/keys`, ...endpoints(issuer) }
            : { keys: await Promise.all(keys.map(published)) },
        ),
      )
  })
  const tokens = () => JSON.stringify({ access_token: 'opaque', token_type: 'bearer', id_token: answers.idToken })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answers.issuer = issuer

  return {
    issuer,
    asked,
    answers,
    publish: (...next: Key[]) => void keys.splice(0, keys.length, ...next),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function endpoints(issuer: string) {
  return { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }
}

async function published({ kid, alg, pair }: Key) {
  return { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' }
}

/** A good token, but for what `changes` says; a claim that is `undefined` is left out. */
export function token(
  issuer: string,
  key: Key,
  changes: JWTPayload = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const claims = { iss: issuer, aud: audience, sub: 'jo.reed', role: 'social-worker', iat: now, exp: now + 3_600 }
  return new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.pair.privateKey)
}
