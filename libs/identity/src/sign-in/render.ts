import type { FastifyReply } from 'fastify'
import type { SignInProblem } from './refusal.js'

/** The pages of sign-in, written by whoever has pages. What they give is sent. */
export interface Render {
  /** `here`: the sign-in service could not be told, and may let the same person in again without asking. */
  signedOut(reply: FastifyReply, ended: 'everywhere' | 'here'): unknown
  /** The status of the reply is set. */
  problem(reply: FastifyReply, problem: SignInProblem): unknown
}
