import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common'
import { asProblem, logUnforeseen } from '@front-door/door'
import { saidInOData } from '@front-door/performance'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { INSIGHT, type InsightParts } from '../parts.js'

/**
 * What is wrong, in OData's form. Whoever is not signed in is told where to sign in, by which Excel and Power BI
 * open the sign-in of an organisational account.
 */
@Catch()
export class FeedErrors implements ExceptionFilter {
  private readonly logger = new Logger('feed')

  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const problem = asProblem(error)
    logUnforeseen(this.logger, problem, error, host.switchToHttp().getRequest<FastifyRequest>())
    const where = problem.kind === 'not-signed-in' ? { 'WWW-Authenticate': await this.whereToSignIn() } : {}
    await reply
      .status(problem.status)
      .headers({ ...problem.headers, ...where, 'odata-version': '4.0' })
      .type('application/json;charset=utf-8')
      .send(saidInOData(problem.kind, problem.message))
  }

  /** Where the sign-in service cannot be asked, a program that has a token already needs to know no more than this. */
  private async whereToSignIn(): Promise<string> {
    const address = await this.parts.signIn.authorizationUrl().catch(() => undefined)
    return address === undefined ? 'Bearer' : `Bearer authorization_uri="${address}"`
  }
}
