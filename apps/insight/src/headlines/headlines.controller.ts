import { Controller, Get, Inject, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading, today } from '@front-door/door'
import { INSIGHT, type InsightParts } from '../parts.js'
import { headlines, headlinesPage } from './headlines-page.js'

/** One page of agreed facts, dated, that everybody can quote. */
@ApiExcludeController()
@Controller('performance')
export class HeadlinesController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'headlines')
  @Render('performance/headlines.njk')
  async headlines() {
    const on = today(this.parts)
    return headlinesPage(await headlines(this.parts.figures, on), on)
  }
}
