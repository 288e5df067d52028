import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common'
import { FormRefused } from '@front-door/identity'
import { problemPage } from '@front-door/pages'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepTyped } from '../drafts/keep-typed.js'
import { DOOR, type DoorParts } from '../parts.js'
import { SeeOther } from '../front/see-other.js'
import { asProblem } from './as-problem.js'
import type { Problem } from './problem.js'

/** Every error leaves as application/problem+json, or as a page. Only what nobody foresaw is written to the program's log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problems')

  constructor(@Inject(DOOR) private readonly parts: DoorParts) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    if (error instanceof SeeOther) return void reply.redirect(error.url, 303)
    const problem = asProblem(error)
    if (isForApi(request)) sendProblem(error, request, reply)
    else if (error instanceof FormRefused)
      void reply.redirect(`${keepTyped(request, this.parts.drafts)}&refused=1`, 303)
    else if (problem.kind === 'not-signed-in') void reply.redirect(signIn(keepTyped(request, this.parts.drafts)), 303)
    else if (problem.kind === 'purpose-needed') void reply.redirect(purpose(request), 303)
    else showProblem(problem, request, reply)
    logUnforeseen(this.logger, problem, error, request)
  }
}

/** Only what nobody foresaw is written to the program's log, under the id that whoever asked was given. */
export function logUnforeseen(logger: Logger, { kind }: Problem, error: unknown, { id }: FastifyRequest): void {
  if (kind !== 'failed') return
  logger.error({ requestId: id, error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
}

/** Also for what fails before a request reaches a route. */
export function sendProblem(error: unknown, request: Pick<FastifyRequest, 'url' | 'id'>, reply: FastifyReply): void {
  const problem = asProblem(error)
  const [path = ''] = request.url.split('?')
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .send({ ...problem.details(path), request: request.id })
}

function showProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { status, message, headers } = problem
  const page = problemPage(status, {
    ...{ detail: message, ways: waysOn(problem, request, reply), sent: !['GET', 'HEAD'].includes(request.method) },
    ...(status >= 500 ? { reference: request.id } : {}),
  })
  void reply.status(status).headers(headers).view('problem.njk', page)
}

/**
 * Where a record is closed to somebody: whoever may open it in an emergency is led to where that is done, and whoever
 * may lift the restriction, which nobody may be left to do of those named.
 */
function waysOn({ errors }: Problem, { params }: FastifyRequest, { locals }: FastifyReply) {
  const { child } = (params ?? {}) as { child?: string }
  if (child === undefined) return []
  const at = `/children/${encodeURIComponent(child)}`
  const ways = [
    { on: ['restricted'], act: 'open-in-emergency', text: 'Open it in an emergency', href: `${at}/emergency` },
    {
      on: ['restricted', 'role'],
      ...{ act: 'lift-restriction', text: 'Open a restricted record again', href: `${at}/restriction` },
    },
  ]
  const open = ways.filter(({ on, act }) => locals?.may?.(act) && errors.some(({ rule }) => on.includes(rule)))
  return open.map(({ text, href }) => ({ text, href }))
}

/** Programs ask under /api, or want no page; everybody else is a person with a browser. */
function isForApi({ url, headers }: FastifyRequest): boolean {
  return url.startsWith('/api/') || url.startsWith('/health') || !String(headers.accept ?? '').includes('text/html')
}

const signIn = (returnTo: string) => `/sign-in?returnTo=${encodeURIComponent(returnTo)}`

function purpose({ params, url }: FastifyRequest): string {
  return `/children/${(params as { child?: string }).child}/purpose?returnTo=${encodeURIComponent(url)}`
}
