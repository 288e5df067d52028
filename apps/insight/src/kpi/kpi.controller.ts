import { Controller, Get, Inject, Param, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading, today } from '@front-door/door'
import type { Entries } from '@front-door/pages'
import { catalogue } from '@front-door/performance'
import { askedForFile, wantedIn } from '../asking/wanted.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { kpiBook, kpiPage, kpiTold } from './kpi-page.js'
import { listBook, listPage } from './list-page.js'
import { named } from './named.js'

/** Every figure by itself: what it means, what it is, how it moved, and what it is made of. */
@ApiExcludeController()
@Controller('performance/kpis')
export class KpiController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'figures')
  @Render('performance/list.njk')
  async list(@Query() query: Entries) {
    const wanted = wantedIn(query, today(this.parts))
    return listPage(catalogue, await this.parts.figures.figures(wanted.asked), wanted)
  }

  @Get('file')
  @Reading('see-figures', 'figures-file')
  async listAsFile(@Query() query: Entries) {
    const as = fileKindIn(query['as'])
    const asked = askedForFile(query, today(this.parts))
    return handOut(as, listBook(catalogue, await this.parts.figures.figures(asked), as))
  }

  @Get(':id')
  @Reading('see-figures', 'figure')
  @Render('performance/kpi.njk')
  async one(@Param('id') id: string, @Query() query: Entries) {
    const kpi = named(id)
    const wanted = wantedIn(query, today(this.parts), kpi)
    return kpiPage(kpi, await kpiTold(this.parts.figures, kpi, wanted.asked, today(this.parts)), wanted)
  }

  @Get(':id/file')
  @Reading('see-figures', 'figure-file')
  async oneAsFile(@Param('id') id: string, @Query() query: Entries) {
    const [kpi, as] = [named(id), fileKindIn(query['as'])]
    const asked = askedForFile(query, today(this.parts), kpi)
    return handOut(as, kpiBook(kpi, await kpiTold(this.parts.figures, kpi, asked, today(this.parts)), asked))
  }
}
