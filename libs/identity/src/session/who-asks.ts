import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '../token/claims.js'
import { NotSignedIn } from '../token/refusal.js'
import { type Verify, bearerIn } from '../token/token.js'

/**
 * Who sends a request: by its `Authorization` header and nothing else where it has one, by its session otherwise.
 * Rejects with `NotSignedIn` (401; a page sends its reader to sign in) or `IssuerUnreachable` (503).
 */
export async function whoAsks(request: FastifyRequest, verify: Verify): Promise<SignedIn> {
  const { authorization } = request.headers
  if (authorization !== undefined) return verify(bearerIn(authorization))
  const { signedIn } = request.session
  if (!signedIn) throw new NotSignedIn('missing')
  return signedIn
}
