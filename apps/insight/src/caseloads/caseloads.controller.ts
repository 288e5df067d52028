import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, Worker, today, workerNames } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import type { Entries } from '@front-door/pages'
import { textIn } from '../asking/entry.js'
import { forFile } from '../asking/for-file.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut, partIn } from '../tables/hand-out.js'
import { type CaseloadsAsked, caseloadsAsked } from './asked.js'
import { caseloadParts, caseloadsBook } from './caseloads-file.js'
import { type Lists, type Places, caseloadsPage } from './caseloads-page.js'
import { caseloadFigures } from './team-table.js'

const SIZE = 50

/** Who holds how many cases, and which nobody holds. */
@ApiExcludeController()
@Controller('performance/caseloads')
export class CaseloadsController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'caseloads')
  @Render('performance/caseloads.njk')
  @FromRows()
  async caseloads(@Query() query: Entries, @Worker() reader: SignedIn) {
    const on = today(this.parts)
    const asked = caseloadsAsked(query, on)
    const figures = await caseloadFigures(this.parts.figures, asked.on)
    const places = { workers: textIn(query['workers']), unallocated: textIn(query['unallocated']) }
    const lists = figures.mean.unavailable ? undefined : await this.lists(asked, places)
    return caseloadsPage(asked, figures, lists, { today: on, query, places, reader, parts: this.parts })
  }

  @Get('file')
  @Reading('see-figure-cases', 'caseloads-file')
  async file(@Query() query: Entries, @Worker() reader: SignedIn) {
    const { figures, agreed } = this.parts
    const as = fileKindIn(query['as'])
    const part = partIn(query['of'], caseloadParts)
    const asked = forFile(caseloadsAsked(query, today(this.parts)))
    const counted = await caseloadFigures(figures, asked.on)
    return handOut(as, caseloadsBook(part, asked, counted, { figures, agreed, reader, named: workerNames(this.parts) }))
  }

  private async lists(asked: CaseloadsAsked, { workers, unallocated }: Places): Promise<Lists> {
    const { on, team } = asked
    const { figures } = this.parts
    const [some, others] = await Promise.all([
      figures.caseloads({ on, team }, { after: workers, limit: SIZE }),
      figures.unallocated({ on, team }, { after: unallocated, limit: SIZE }),
    ])
    return { workers: some, unallocated: others }
  }
}
