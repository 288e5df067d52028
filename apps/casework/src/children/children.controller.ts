import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger'
import { clocksOf, missingFrom, nextFor, trailOf } from '@front-door/case-flow'
import { Reading } from '@front-door/door'
import type { FastifyReply } from 'fastify'
import { PARTS, type Parts } from '../parts.js'
import { instantOf } from './as-known-at.js'
import { type KnownChild, ReadChild } from './read-child.js'

const whose = { name: 'child', description: "The child's id" }
const when = {
  name: 'asKnownAt',
  required: false,
  description: 'As the record stood at the end of that day (2026-03-03), or at that time. Now, if left out.',
}

/** One child: who it is, how things stand, the trail, and what may happen next. */
@ApiTags('Children')
@Controller('api/children/:child')
export class ChildrenController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('read-trail', 'record')
  @ApiOperation({ summary: 'A child: who it is and how things stand, with an ETag to act on' })
  @ApiParam(whose)
  async child(@Param('child') child: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const known = await this.read(child, undefined, reply)
    const { person, id: _, ...items } = known.history.state
    return { child, version: known.version, identity: known.identity, person, ...items, ...this.standing(known) }
  }

  @Get('trail')
  @Reading('read-trail', 'trail')
  @ApiOperation({ summary: "A child's decision trail, oldest first; as it was known at a date, too" })
  @ApiParam(whose)
  @ApiQuery(when)
  async trail(
    @Param('child') child: string,
    @Query('asKnownAt') asKnownAt: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const instant = instantOf(asKnownAt)
    const { history, version, identity, open } = await this.read(child, instant, reply)
    return {
      child,
      version,
      ...(instant ? { asKnownAt: instant } : {}),
      identity,
      lines: trailOf(history, open, this.parts.agreed),
    }
  }

  @Get('next')
  @Reading('read-trail', 'next')
  @ApiOperation({
    summary: 'What may happen next, by which role, by when; what is missing; every clock with its workings',
  })
  @ApiParam(whose)
  async next(@Param('child') child: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const known = await this.read(child, undefined, reply)
    return { child, version: known.version, ...this.standing(known) }
  }

  private standing({ history }: KnownChild) {
    const { agreed, clock } = this.parts
    const { state } = history
    return {
      next: nextFor(state, clock(), agreed),
      missing: missingFrom(state),
      clocks: clocksOf(state, clock(), agreed),
    }
  }

  private async read(child: string, instant: string | undefined, reply: FastifyReply): Promise<KnownChild> {
    const known = await this.queries.execute(new ReadChild(child, instant))
    reply.header('ETag', `"${known.version}"`)
    return known
  }
}
