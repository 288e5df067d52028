import { HttpException } from '@nestjs/common'
import { CommandReused, KeyDestroyed, TooManyAtOnce } from '@front-door/event-log'
import { IssuerUnreachable, NotSignedIn, ReadNotKept } from '@front-door/identity'
import { Problem, type ProblemKind } from './problem.js'

const byStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'not-json',
}

const again = { 'Retry-After': '5' }

/** Whatever went wrong, as a problem that can be told. What nobody foresaw says nothing of its inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof NotSignedIn)
    return new Problem('not-signed-in', error.message, [], { 'WWW-Authenticate': 'Bearer' })
  if (error instanceof IssuerUnreachable || error instanceof TooManyAtOnce)
    return new Problem('unavailable', error.message, [], again)
  if (error instanceof ReadNotKept)
    return new Problem(
      'unavailable',
      'Reads are logged, and this one could not be. Nothing is shown: try again.',
      [],
      again,
    )
  if (error instanceof CommandReused)
    return new Problem('key-reused', 'Use a new Idempotency-Key for every new request.')
  if (error instanceof KeyDestroyed)
    return new Problem('erased', 'The words of this record were erased, and no more can be added.')
  const code = (error as { code?: unknown } | undefined)?.code
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return new Problem('not-found', nothingHere)
  if (code === 'FST_ERR_BAD_URL') return new Problem('invalid', 'The address cannot be read. Check its percent signs.')
  const kind = byStatus[statusOf(error) ?? 500]
  if (kind) return new Problem(kind, sentences[kind] ?? 'Check the address and what was sent.')
  return new Problem(
    'failed',
    'Nothing was recorded by this request. Try again, and tell whoever looks after the system if it stays.',
  )
}

const nothingHere = 'There is nothing at this address. /api/docs lists what there is.'

const sentences: Partial<Record<ProblemKind, string>> = {
  invalid: 'The body is not JSON that can be read. Check commas, quotes and brackets.',
  'not-found': nothingHere,
  'too-large': 'Send at most 1 MB.',
  'not-json': 'Send the body as JSON, with the header Content-Type: application/json.',
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode
  return typeof status === 'number' ? status : undefined
}
