import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { IssuerUnreachable } from '../token/refusal.js'
import { SignInFailed } from './refusal.js'

/** In an answer that came by way of the browser: the sign-in service cannot just now, as OAuth 2.0 puts it. */
const OUT_OF_ORDER = ['server_error', 'temporarily_unavailable']
/** It was not there, not in time, or not itself: the codes openid-client has for it. */
const NO_ANSWER = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** What went wrong when the answer of the sign-in service was exchanged for who signed in. */
export function failureFrom(error: unknown): SignInFailed | IssuerUnreachable {
  if (error instanceof AuthorizationResponseError)
    return OUT_OF_ORDER.includes(error.error)
      ? new IssuerUnreachable(undefined)
      : new SignInFailed('refused', error.error)
  if (error instanceof ResponseBodyError)
    return error.status >= 500 ? new IssuerUnreachable(undefined) : new SignInFailed('answer', error.error)
  if (isNoConnection(error)) return new IssuerUnreachable(undefined)
  if (error instanceof ClientError)
    return NO_ANSWER.includes(error.code ?? '')
      ? new IssuerUnreachable(undefined)
      : new SignInFailed('answer', error.code)
  return new SignInFailed('answer')
}

/** What `fetch` rejects with where there is no connection, as it is or inside an error of openid-client. */
function isNoConnection(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { message, cause }: { message?: unknown; cause?: unknown } = error
  return message === 'fetch failed' || isNoConnection(cause)
}
