import { Controller, Get, Inject, Query, Render, Req } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, type SignedInRequest, Worker, today, workerNames } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import type { Entries } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import { textIn } from '../asking/entry.js'
import { forFile } from '../asking/for-file.js'
import { wantedIn } from '../asking/wanted.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { backAgainBook } from './back-again-file.js'
import { backAgainPage, withinDays } from './back-again-page.js'

/** Why each child left is read from the record itself: they are few. */
const SIZE = 20

/** Children who were stepped down, or of whom no more was done, and who were soon back. */
@ApiExcludeController()
@Controller('performance/back-again')
export class BackAgainController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 're-stepping')
  @Render('performance/back-again.njk')
  @FromRows()
  async backAgain(@Query() query: Entries, @Worker() worker: SignedIn, @Req() { id: request }: SignedInRequest) {
    const wanted = wantedIn(query, today(this.parts), 'only a period')
    const after = textIn(query['after'])
    const within = withinDays(query['within'])
    const found = await this.parts.figures.reStepping({ ...wanted.asked, within }, { after, limit: SIZE })
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    return backAgainPage(found, wanted, { within, after }, { parts: this.parts, worker, policy, request })
  }

  @Get('file')
  @Reading('see-figure-cases', 're-stepping-file')
  async file(@Query() query: Entries, @Worker() reader: SignedIn) {
    const { asked } = forFile(wantedIn(query, today(this.parts), 'only a period'))
    const reading = { figures: this.parts.figures, reader, named: workerNames(this.parts) }
    return handOut(fileKindIn(query['as']), backAgainBook(asked, withinDays(query['within']), reading))
  }
}
