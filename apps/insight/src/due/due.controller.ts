import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, Worker, today, workerNames } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { policyOn } from '@front-door/policy'
import { textIn } from '../asking/entry.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut, partIn } from '../tables/hand-out.js'
import { dueAsked, dueAskedForFile, untilOn } from './asked.js'
import { dueBook, dueParts } from './due-file.js'
import { duePage } from './due-page.js'

const SIZE = 50

/** What is overdue and what soon will be, over the whole front door. */
@ApiExcludeController()
@Controller('performance/due')
export class DueController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'due')
  @Render('performance/due.njk')
  @FromRows()
  async due(@Query() query: Readonly<Record<string, unknown>>, @Worker() reader: SignedIn) {
    const on = today(this.parts)
    const asked = dueAsked(query)
    const { clock, worker, team } = asked
    const after = textIn(query['after'])
    const until = untilOn(on)
    const policy = policyOn(this.parts.agreed.policies, on)
    const [page, counts] = await Promise.all([
      this.parts.figures.due({ until, clock, worker, team }, { after, limit: SIZE }),
      this.parts.figures.dueCounts({ until, today: on, worker, team }),
    ])
    return duePage(page, counts, { ...asked, after }, on, policy, reader, workerNames(this.parts))
  }

  @Get('file')
  @Reading('see-figure-cases', 'due-file')
  async file(@Query() query: Readonly<Record<string, unknown>>, @Worker() reader: SignedIn) {
    const { figures, agreed } = this.parts
    const on = today(this.parts)
    const [as, part] = [fileKindIn(query['as']), partIn(query['of'], dueParts)]
    const policy = policyOn(agreed.policies, on)
    const reading = { figures, policy, today: on, reader, named: workerNames(this.parts) }
    return handOut(as, await dueBook(part, dueAskedForFile(query), reading))
  }
}
