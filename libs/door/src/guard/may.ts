import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { SignedIn } from '@front-door/identity'
import type { FastifyRequest } from 'fastify'

/** Who may use a route. A route that does not say so is closed to everybody. */
export interface Opening {
  readonly to: 'anyone' | 'signed-in' | 'reader'
  /** For readers: the permission of the policy, and what is read, as the log of reads names it. */
  readonly permission?: string
  readonly what?: string
}

export const OPENING = 'who may use this route'

/** Open without sign-in: health, and the description of the API. */
export const ForAnyone = () => SetMetadata(OPENING, { to: 'anyone' } satisfies Opening)

/** For everybody signed in: who may do which act, the flow itself decides. */
export const ForSignedIn = () => SetMetadata(OPENING, { to: 'signed-in' } satisfies Opening)

/** A reading: for roles the policy allows, and every one of them is logged. */
export const Reading = (permission: string, what: string) =>
  SetMetadata(OPENING, { to: 'reader', permission, what } satisfies Opening)

export type SignedInRequest = FastifyRequest & { signedIn?: SignedIn; purpose?: string | undefined }

declare module 'fastify' {
  interface Session {
    /** What this person opened each restricted record for. */
    purposes?: Readonly<Record<string, string>>
  }
}

/** The signed-in worker. It comes from the verified token, never from the request. */
export const Worker = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>()
  if (!signedIn) throw new Error('A route that names the worker must be for signed-in people.')
  return signedIn
})
