import { IssuerUnreachable, type NotSignedIn } from '../token/refusal.js'

const sentences = {
  refused: 'The sign-in service did not let you in. Try again, and ask an administrator if it stays so.',
  expired: 'This sign-in took too long, or was begun in another browser. Sign in again.',
  state: 'This sign-in does not belong to this browser, or was finished before. Sign in again.',
  answer:
    'The answer of the sign-in service could not be checked. Sign in again, and tell an administrator if it stays so.',
} as const

/**
 * A sign-in through the browser came to nothing. There is no cause: the errors underneath carry tokens and claims,
 * which would then reach the program's log. `code` is the name the standard, or the library, has for what went wrong.
 */
export class SignInFailed extends Error {
  constructor(
    readonly reason: keyof typeof sentences,
    readonly code?: string,
  ) {
    super(sentences[reason])
    this.name = 'SignInFailed'
  }
}

/** Why nobody was signed in. `NotSignedIn`: who they are is known, and their account is not fit for the front door. */
export type SignInProblem = SignInFailed | NotSignedIn | IssuerUnreachable

/** The HTTP status of the page that says so. */
export function signInProblemStatus(problem: SignInProblem): 400 | 403 | 503 {
  if (problem instanceof IssuerUnreachable) return 503
  return problem instanceof SignInFailed && problem.reason !== 'refused' ? 400 : 403
}
