import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading, Worker, today, workerNames } from '@front-door/door'
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
    const [after, worker, team] = [textIn(query['after']), textIn(query['worker']), textIn(query['team'])]
    const until = untilOn(on)
    const policy = policyOn(this.parts.agreed.policies, on)
    const [page, counts] = await Promise.all([
      this.parts.figures.due({ until, clock, worker, team }, { after, limit: SIZE }),
      this.parts.figures.dueCounts({ until, today: on, worker, team }),
    ])
    const asked = { clock, worker, team, after }
    return duePage(page, counts, asked, on, policy, reader, workerNames(this.parts))
  }
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
