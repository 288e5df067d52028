import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, today } from '@front-door/door'
import type { Entries } from '@front-door/pages'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { headlinesBook } from './headlines-file.js'
import { headlines, headlinesPage } from './headlines-page.js'

/** One page of agreed facts, dated, that everybody can quote. */
@ApiExcludeController()
@Controller('performance')
export class HeadlinesController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'headlines')
  @Render('performance/headlines.njk')
  @FromRows()
  async headlines() {
    const on = today(this.parts)
    return headlinesPage(await headlines(this.parts.figures, on), on)
  }

  @Get('file')
  @Reading('see-figures', 'headlines-file')
  async file(@Query() { as }: Entries) {
    const [kind, on] = [fileKindIn(as), today(this.parts)]
    return handOut(kind, headlinesBook(await headlines(this.parts.figures, on), on))
  }
}
