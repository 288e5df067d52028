import { Controller, Get, Inject, Req, Res, UseFilters } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading } from '@front-door/door'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { INSIGHT, type InsightParts } from '../parts.js'
import { FeedErrors } from './feed-errors.js'

const PATH = 'odata'

/** The rows that figures are counted from, as OData 4.0: Excel and Power BI open them without code. It is only read. */
@ApiExcludeController()
@Controller(PATH)
@UseFilters(FeedErrors)
export class FeedController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get(['', '$metadata'])
  @Reading('read-feed', 'feed-description')
  description(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answered(request, reply)
  }

  @Get('*')
  @Reading('read-feed', 'feed')
  rows(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answered(request, reply)
  }

  private async answered({ url, headers: asked }: FastifyRequest, reply: FastifyReply): Promise<string> {
    const [path = '', query = ''] = url.slice(PATH.length + 1).split(/\?(.*)/s)
    const base = new URL(PATH, this.parts.signIn.url).href
    const { status, headers, body } = await this.parts.figures.odata(
      decoded(path),
      query,
      base,
      pageWanted(asked.prefer),
    )
    void reply.status(status).headers(headers)
    return body
  }
}

/** How many rows at once a client would rather have: `Prefer: odata.maxpagesize=500`. */
function pageWanted(prefer: string | string[] | undefined): number | undefined {
  const [, rows] = /\bmaxpagesize=(\d{1,6})\b/.exec(String(prefer)) ?? []
  return rows === undefined ? undefined : Number(rows)
}

/** A client may write `%24metadata`. What cannot be decoded is the name of nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
