import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * A form that carried no token of the session it was sent in (403). What was typed is in the request still: show it
 * again, with a new token.
 */
export class FormRefused extends Error {
  readonly statusCode = 403

  constructor() {
    super(
      'This page was opened before you last signed in. Nothing was recorded: check what you typed, and send it again.',
    )
    this.name = 'FormRefused'
  }
}

export function isFormRefused(error: unknown): error is FormRefused {
  return error instanceof FormRefused
}

/**
 * The token a form of this page carries, as the hidden field `_csrf`; a script sends it as `x-csrf-token`. Empty for
 * whoever shows a bearer token: no form of theirs must carry one, and no session is begun for it.
 */
export function csrfTokenOf(reply: FastifyReply): string {
  return reply.request.headers.authorization === undefined ? reply.generateCsrf() : ''
}

/**
 * Whoever is known by a cookie must show that the form came from our pages. A bearer token is never sent by a browser of
 * its own accord, and `whoAsks` looks at nothing else where there is one.
 */
export function mustCarryToken({ method, headers, session }: FastifyRequest): boolean {
  return !SAFE.includes(method) && headers.authorization === undefined && session.signedIn !== undefined
}

/** Refuses a form by our own error: the plugin's would lose its code on the way through Nest. */
export function checkToken(
  fastify: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const refusing: FastifyReply = Object.create(reply, { send: { value: () => done(new FormRefused()) } })
  fastify.csrfProtection(request, refusing, done)
}

/** In the field `_csrf` of a form, also of one with files, whose fields are objects; or in the header. */
export function formTokenIn({ body, headers }: FastifyRequest): string {
  const sent = fieldIn(body, '_csrf')
  const token = typeof sent === 'object' ? fieldIn(sent, 'value') : sent
  const candidates = [token, headers['x-csrf-token']]
  return candidates.find((one): one is string => typeof one === 'string') ?? ''
}

function fieldIn(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined
  return new Map<string, unknown>(Object.entries(body)).get(name)
}
