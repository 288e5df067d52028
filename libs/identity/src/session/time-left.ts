import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csrfTokenOf } from './forms.js'
import { fresh } from './fresh.js'
import type { Sessions } from './store.js'

/**
 * For the script that warns before a session ends: GET asks how long is left, POST makes it longer. With the seconds
 * comes the token of today's session, for a form that was open while somebody signed in again in another tab.
 */
export function timeLeft(fastify: FastifyInstance, sessions: Sessions): void {
  const left = async ({ session }: FastifyRequest, reply: FastifyReply) => {
    if (!session.signedIn) return reply.code(401).send({ secondsLeft: 0 })
    return { secondsLeft: sessions.secondsLeft(session.sessionId), csrfToken: csrfTokenOf(reply) }
  }
  fastify.get('/session', { ...fresh, config: { leavesSessionIdle: true } }, left)
  fastify.post('/session', fresh, left)
}
