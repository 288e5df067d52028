import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import { momentOf, dayOf } from '@front-door/calendar'
import { type Sessions, type SignIn, csrfTokenOf, registerSessions, signInRoutes } from '@front-door/identity'
import { parsePosted, problemPage, projectRoot, servePages } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import { type FastifyInstance, type FastifyRequest, errorCodes } from 'fastify'
import type { DoorParts } from '../parts.js'

/** How people come in through a browser. */
export interface Front {
  /** The council's name, as its own pages show it. */
  readonly council: string
  readonly demo: boolean
  /** The public address of Front Door, as the browser sees it. */
  readonly url: string
  readonly sessions: Sessions
  /** Signs the session cookie: at least 32 characters, the same after a restart. */
  readonly cookieSecret: string
  readonly signIn: SignIn
  /** Where a form may lead besides here: the sign-in service, at sign-out. */
  readonly issuer: string
}

declare module 'fastify' {
  interface FastifyReply {
    /** What every template knows besides its own page. */
    locals?: { readonly [name: string]: unknown; readonly may?: (permission: string) => boolean }
  }
  interface FastifyRequest {
    /** Allows this page's own scripts, and no others. */
    cspNonce: string
  }
}

/** Everything in front of the routes, in the order in which a request meets it. */
export async function openFront(
  fastify: FastifyInstance,
  front: Front,
  parts: DoorParts,
  views: readonly string[],
): Promise<void> {
  fastify.decorateRequest('cspNonce', '')
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.cspNonce = randomBytes(16).toString('base64')
    // Helmet looks at what is under Fastify's request.
    Object.assign(request.raw, { cspNonce: request.cspNonce })
    done()
  })
  fastify.addHook('onRequest', (request, _reply, done) =>
    done(isFormForApi(request) ? new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('a form') : undefined),
  )
  await fastify.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: directives(front) } })
  await registerSessions(fastify, { sessions: front.sessions, secret: front.cookieSecret, url: front.url })
  await fastify.register(formbody, { parser: parsePosted })
  await servePages(fastify, {
    views: [join(projectRoot(), 'libs/door/views'), ...views.map((folder) => join(projectRoot(), folder))],
    council: front.council,
    demo: front.demo,
    words: () => policyOn(parts.agreed.policies, dayOf(momentOf(parts.clock()))).words,
  })
  fastify.addHook('preHandler', (request, reply, done) => {
    reply.locals = { cspNonce: request.cspNonce, csrfToken: () => csrfTokenOf(reply) }
    done()
  })
  signInRoutes(fastify, {
    signIn: front.signIn,
    sessions: front.sessions,
    render: {
      signedOut: (reply, ended) => reply.view('signed-out.njk', { title: 'You have signed out', ended }),
      problem: (reply, { message }) => reply.view('problem.njk', problemPage(reply.statusCode, { detail: message })),
    },
  })
}

/** Pages post forms, programs send JSON: a body in the wrong form is refused, not read as something else. */
function isFormForApi({ url, headers }: FastifyRequest): boolean {
  return url.startsWith('/api/') && /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')
}

type Source = string | ((request: unknown) => string)

function directives({ issuer }: Front): Record<string, Source[]> {
  const urlOf = (request: unknown) => String((request as { url?: string }).url)
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", (request) => `'nonce-${(request as { cspNonce?: string }).cspNonce ?? ''}'`],
    // The page that shows the API sets styles of its own.
    styleSrc: ["'self'", (request) => (urlOf(request).startsWith('/api/docs') ? "'unsafe-inline'" : "'self'")],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'", issuer],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  }
}
