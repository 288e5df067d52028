import type { FastifyReply, FastifyRequest } from 'fastify'

/** For routes whose answer is for this browser and this moment: codes, tokens and seconds left are in it. */
export const fresh = {
  onRequest: (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    reply.header('cache-control', 'no-store')
    done()
  },
}
