import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { safeUrl } from '../token/address.js'
import { cookieAt } from './cookie.js'
import { checkToken, formTokenIn, mustCarryToken } from './forms.js'
import type { Sessions } from './store.js'

export interface SessionSettings {
  readonly sessions: Sessions
  /** At least 32 characters, the same after a restart: `cookieSecretIn`. */
  readonly secret: string
  /**
   * The public address of Front Door, as the browser sees it; the port may be left out where it is not known yet. Throws
   * where it is neither https nor this machine's.
   */
  readonly url: string
}

/**
 * Gives every request its session, moves its idle limit, and refuses forms that do not carry its token. Register it
 * before anything that asks who is signed in. Behind a proxy that ends TLS, Fastify needs `trustProxy`, or it sends
 * no secure cookie.
 */
export async function registerSessions(fastify: FastifyInstance, settings: SessionSettings): Promise<void> {
  const { sessions: store, secret, url } = settings
  const { name, options } = cookieAt(safeUrl(url, 'Front Door').href)
  fastify.decorate('sessionCookie', { name, options })
  await fastify.register(cookie)
  // Not rolling: the plugin would save the whole session after every request, and a slow read undo a newer write.
  await fastify.register(session, {
    store,
    secret,
    cookieName: name,
    cookie: options,
    idGenerator: newId,
    rolling: false,
    saveUninitialized: false,
  })
  await fastify.register(csrf, { sessionPlugin: '@fastify/session', getToken: formTokenIn })
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isActivity(request)) store.seen(request.session.sessionId)
    done()
  })
  fastify.addHook('preHandler', (request, reply, done) => {
    if (mustCarryToken(request)) checkToken(fastify, request, reply, done)
    else done()
  })
}

/** Whoever shows a token with each request needs no session: one without an id is never kept. */
function newId(request?: FastifyRequest): string {
  return request?.headers.authorization === undefined ? randomBytes(24).toString('base64url') : ''
}

function isActivity({ session, routeOptions }: FastifyRequest): boolean {
  return session.signedIn !== undefined && routeOptions.config.leavesSessionIdle !== true
}
