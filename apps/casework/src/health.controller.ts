import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { ForAnyone } from '@front-door/door'
import { healthOf } from './health.js'
import { PARTS, type Parts } from './parts.js'

/** Whether the program is well: the log answers, and the rows keep up. Nothing about anybody. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @ForAnyone()
  @ApiOperation({ summary: 'Whether the program is well' })
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const health = healthOf(await this.parts.following.lag())
    if (health.status === 'failing') reply.status(HttpStatus.SERVICE_UNAVAILABLE)
    return health
  }
}
