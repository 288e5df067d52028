import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csrfTokenOf } from '../session/forms.js'
import { fresh } from '../session/fresh.js'
import { isLoopback } from '../token/address.js'
import { IssuerUnreachable, NotSignedIn } from '../token/refusal.js'
import type { Attempt } from './attempt.js'
import { localPath } from './local-path.js'
import { SignInFailed, type SignInProblem, signInProblemStatus } from './refusal.js'
import type { Render } from './render.js'
import type { SignIn } from './sign-in.js'

/** As many tabs as may be signing in at once; of more, the first are begun anew. */
const MOST_ATTEMPTS = 5

/** Sends the browser to the sign-in service, and takes it back with who signed in. */
export function comingIn(fastify: FastifyInstance, signIn: SignIn, render: Render): void {
  const problem = (reply: FastifyReply, error: unknown) => {
    if (!isSignInProblem(error)) throw error
    return render.problem(reply.code(signInProblemStatus(error)), error)
  }

  fastify.get<{ Querystring: { returnTo?: unknown } }>('/sign-in', fresh, async (request, reply) => {
    const { session, query } = request
    const elsewhere = onTheRightHost(request, signIn.url)
    if (elsewhere) return reply.redirect(elsewhere)
    if (session.signedIn) return reply.redirect(localPath(query.returnTo))
    try {
      const { url, attempt } = await signIn.begin(query.returnTo)
      session.attempts = [...(session.attempts ?? []), attempt].slice(-MOST_ATTEMPTS)
      return reply.redirect(url)
    } catch (error) {
      return problem(reply, error)
    }
  })

  fastify.get<{ Querystring: { state?: unknown } }>('/sign-in/callback', fresh, async (request, reply) => {
    const { attempts = [], signedIn } = request.session
    const attempt = attempts.find(({ state }) => state === request.query.state)
    // Back and reload, or a second tab that came later: they are signed in, and the answer is of no further use.
    if (!attempt && signedIn) return reply.redirect('/', 303)
    try {
      if (!attempt && attempts.length > 0) throw new SignInFailed('state')
      return reply.redirect(await finish(request, reply, signIn, attempt), 303)
    } catch (error) {
      if (attempt) request.session.attempts = attempts.filter((one) => one !== attempt)
      return problem(reply, error)
    }
  })
}

/** A new session id at sign-in: one that was planted in the browser before is worth nothing. */
async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  signIn: SignIn,
  attempt: Attempt | undefined,
): Promise<string> {
  const { search } = new URL(request.url, signIn.url)
  const { signedIn, idToken, returnTo } = await signIn.finish(search, attempt)
  await request.session.regenerate()
  request.session.signedIn = signedIn
  request.session.idToken = idToken
  // Made now, so that no page changes the session later.
  csrfTokenOf(reply)
  return returnTo
}

/** On one's own machine Front Door has several names, and a cookie only one: `localhost` is sent on to the real one. */
function onTheRightHost({ host, url }: FastifyRequest, home: URL): string | undefined {
  const { search } = new URL(url, home)
  return isLoopback(home) && host !== home.host ? new URL(`/sign-in${search}`, home).href : undefined
}

function isSignInProblem(error: unknown): error is SignInProblem {
  return error instanceof SignInFailed || error instanceof NotSignedIn || error instanceof IssuerUnreachable
}
