import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import { inWords } from '@front-door/calendar'
import type { Asked, Figures } from '@front-door/performance'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The figures as they were known then are still being derived: a page says how far, and is asked for again. */
export class StillCounting extends Error {
  constructor(
    readonly asKnownAt: string,
    /** 0 to 100. */
    readonly share: number,
  ) {
    super(`Counting the figures as known on ${inWords(asKnownAt.slice(0, 10))}: ${share}% of the log read`)
  }
}

/** Seconds until the page is asked for again. */
const AGAIN = 2

/** Resolves once what was asked can be answered at once. Throws `StillCounting` where that takes longer than a moment. */
export async function prepared(figures: Pick<Figures, 'prepare'>, asked: Asked): Promise<void> {
  const found = await figures.prepare(asked)
  if (!found.ready)
    throw new StillCounting(asked.asKnownAt ?? '', Math.floor((100 * found.read) / Math.max(found.of, 1)))
}

/** The page that is shown meanwhile: 202, for what was asked for is accepted and not there yet. */
@Catch(StillCounting)
export class StillCountingFilter implements ExceptionFilter {
  catch({ message, share }: StillCounting, host: ArgumentsHost): void {
    const { url } = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const page = { title: 'Counting the figures', says: message, share, again: url }
    void reply.status(202).header('retry-after', AGAIN).view('performance/counting.njk', page)
  }
}
