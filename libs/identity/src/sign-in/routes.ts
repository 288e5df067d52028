import type { FastifyInstance } from 'fastify'
import type { Sessions } from '../session/store.js'
import { timeLeft } from '../session/time-left.js'
import { comingIn } from './coming-in.js'
import { goingOut } from './going-out.js'
import type { Render } from './render.js'
import type { SignIn } from './sign-in.js'

export interface SignInRoutes {
  readonly signIn: SignIn
  readonly sessions: Sessions
  readonly render: Render
}

/** Signing in, signing out, and how long is left. `registerSessions` comes first. */
export function signInRoutes(fastify: FastifyInstance, { signIn, sessions, render }: SignInRoutes): void {
  comingIn(fastify, signIn, render)
  goingOut(fastify, signIn, render)
  timeLeft(fastify, sessions)
}
