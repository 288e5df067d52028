import type { FastifyInstance } from 'fastify'
import { fresh } from '../session/fresh.js'
import type { Render } from './render.js'
import type { SignIn } from './sign-in.js'

/** Ends the session here, then at the sign-in service, which sends the browser back to `/signed-out`. */
export function goingOut(fastify: FastifyInstance, signIn: SignIn, render: Render): void {
  fastify.post('/sign-out', fresh, async ({ session }, reply) => {
    const { idToken, signedIn } = session
    // From another site comes no cookie: such a request must not take the cookie away either.
    if (signedIn) {
      await session.destroy()
      reply.clearCookie(fastify.sessionCookie.name, fastify.sessionCookie.options)
    }
    const end = await signIn.endUrl(idToken).catch(() => undefined)
    return reply.redirect(end ?? '/signed-out?ended=here', 303)
  })

  fastify.get<{ Querystring: { ended?: unknown } }>('/signed-out', fresh, async ({ query }, reply) =>
    render.signedOut(reply, query.ended === 'here' ? 'here' : 'everywhere'),
  )
}
