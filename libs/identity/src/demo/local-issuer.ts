import { type RequestListener, type Server, createServer } from 'node:http'
import type Provider from 'oidc-provider'
import { INTERACTION, interact } from './interaction.js'
import { loadProvider } from './load.js'
import { configurationFor } from './provider.js'
import { CannotStartIssuer, NotOnTheStaff } from './refusal.js'
import { signOutAtOnce } from './sign-out.js'
import { signingKeyIn } from './signing-key.js'
import { demoSecret, demoStaff } from './staff.js'

export interface LocalIssuerSettings {
  /** 0 takes any free port. */
  readonly port: number
  /** An address of this machine only: `127.0.0.1` unless told. */
  readonly host?: string
  /** Whom its tokens are meant for. */
  readonly audience: string
  /** Where its signing key is kept. */
  readonly folder: string
}

/**
 * A sign-in service for demonstrations and tests: a program gets a token with a published secret, a browser chooses who
 * to be. It must not vouch for anybody real.
 */
export interface LocalIssuer {
  readonly isDemo: true
  /** Its address, and the `iss` of its tokens. */
  readonly issuer: string
  /** An access token for one of the demo staff, good for eight hours. Rejects with `NotOnTheStaff`. */
  tokenFor(staffId: string): Promise<string>
  close(): Promise<void>
}

/** Starts the demo issuer. Rejects with `CannotStartIssuer`, which says why in a sentence. */
export async function startLocalIssuer(settings: LocalIssuerSettings): Promise<LocalIssuer> {
  const { port, host = '127.0.0.1', audience, folder } = settings
  if (!['127.0.0.1', 'localhost', '::1'].includes(host))
    throw new CannotStartIssuer(`Its secrets are published, so it may only listen on this machine and not on ${host}.`)
  const key = await signingKeyIn(folder)
  const makeProvider = await loadProvider()
  const server = createServer()
  const issuer = `http://${host.includes(':') ? `[${host}]` : host}:${await listen(server, port, host)}`
  try {
    server.on('request', answering(makeProvider(issuer, configurationFor(issuer, audience, key))))
  } catch (error) {
    await close(server)
    throw new CannotStartIssuer('Its signing key cannot be used. Delete the key, and a new one is made.', error)
  }
  return { isDemo: true, issuer, tokenFor: (id) => tokenFrom(issuer, id), close: () => close(server) }
}

function answering(provider: Provider): RequestListener {
  signOutAtOnce(provider)
  const answer = provider.callback()
  return (request, response) => {
    if (!request.url?.startsWith(INTERACTION)) return answer(request, response)
    interact(provider, request, response).catch(() => response.writeHead(500).end())
  }
}

/** Gives the port, which the system chose where 0 was asked for. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      const remedy = 'Stop the program that uses it, or give the demo sign-in service another port.'
      reject(new CannotStartIssuer(taken ? `Port ${port} is taken. ${remedy}` : `${error.message}.`, error))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

async function tokenFrom(issuer: string, id: string): Promise<string> {
  const known = demoStaff.map((person) => person.id)
  if (!known.includes(id)) throw new NotOnTheStaff(id, known)
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${demoSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const body: unknown = await answer.json()
  if (!holdsToken(body)) throw new Error(`The demo sign-in service gave ${id} no token (${answer.status}).`)
  return body.access_token
}

function holdsToken(body: unknown): body is { access_token: string } {
  return typeof body === 'object' && body !== null && 'access_token' in body && typeof body.access_token === 'string'
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
