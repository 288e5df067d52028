import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import { csrfTokenOf } from '../src/session/forms.js'
import { registerSessions } from '../src/session/register.js'
import { cookieSecretIn } from '../src/session/secret.js'
import type { Limits } from '../src/session/session.js'
import { openSessions } from '../src/session/store.js'
import { signInRoutes } from '../src/sign-in/routes.js'
import { type SignInSettings, signIn } from '../src/sign-in/sign-in.js'
import { startLocalIssuer } from '../src/demo/local-issuer.js'

export const HOME = 'http://127.0.0.1:3000'

interface Settings extends Partial<SignInSettings> {
  readonly issuer: string
  readonly folder: string
  readonly limits?: Limits
  readonly url?: string
}

/** A Front Door that has nothing but sign-in, on files in a folder: started twice there, it was started again. */
export async function frontDoor({ folder, limits, url = HOME, now = Date.now, ...settings }: Settings) {
  const fastify = Fastify({ trustProxy: true })
  const sessions = openSessions(join(folder, 'sessions.db'), { now, ...(limits ? { limits } : {}) })
  await registerSessions(fastify, { sessions, secret: await cookieSecretIn(folder), url })
  await fastify.register(formbody)
  signInRoutes(fastify, {
    sessions,
    signIn: signIn({ clientId: 'front-door-desk', url, now, ...settings }),
    render: {
      signedOut: (reply, ended) => reply.type('text/plain').send(`Signed out ${ended}.`),
      problem: (reply, { name, message }) => reply.type('text/plain').send(`${name}: ${message}`),
    },
  })
  const acts: unknown[] = []
  fastify.get('/me', async ({ session }) => ({ ...session.signedIn }))
  fastify.get('/form', async (_request, reply) => csrfTokenOf(reply))
  fastify.post('/act', async ({ body }) => acts.push(body))
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  /** A request that is under way until `release`, and then changes its session. */
  fastify.get('/slow', async ({ session }, reply) => {
    await held
    session.attempts = []
    return reply.send('late')
  })
  fastify.get('/slow-read', async () => {
    await held
    return 'late'
  })
  return {
    url,
    fastify,
    sessions,
    acts,
    release: () => release(),
    close: async () => {
      await fastify.close()
      await sessions.close()
    },
  }
}

export type TestFrontDoor = Awaited<ReturnType<typeof frontDoor>>

/** The demo issuer, on a port it keeps when it is stopped and started. */
export async function demoIssuer() {
  const folder = newFolder()
  const start = (port: number) => startLocalIssuer({ port, audience: 'front-door', folder })
  let running = await start(0)
  const { issuer } = running
  return {
    issuer,
    tokenFor: (id: string) => running.tokenFor(id),
    stop: () => running.close(),
    start: async () => {
      running = await start(Number(new URL(issuer).port))
    },
    close: async () => {
      await running.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sign-in-'))
}
