import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { policyOn, timescaleIds } from '@front-door/policy'
import { INSIGHT, type InsightParts } from '../parts.js'
import { duePage, untilOn } from './due-page.js'

const SIZE = 50

/** What is overdue and what soon will be, over the whole front door. */
@ApiExcludeController()
@Controller('performance/due')
export class DueController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'due')
  @Render('performance/due.njk')
  async due(@Query() query: Readonly<Record<string, unknown>>, @Worker() reader: SignedIn) {
    const on = today(this.parts)
    const clock = timescaleIds.find((id) => id === query['clock'])
    const after = typeof query['after'] === 'string' ? query['after'] : undefined
    const until = untilOn(on)
    const [page, counts] = await Promise.all([
      this.parts.figures.due({ until, clock }, { after, limit: SIZE }),
      this.parts.figures.dueCounts({ until, today: on }),
    ])
    return duePage(page, counts, { clock, after }, on, policyOn(this.parts.agreed.policies, on), reader)
  }
}
