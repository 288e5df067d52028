import { Controller, Get, Inject, Param, Query, Render, UseFilters } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, today } from '@front-door/door'
import type { Entries } from '@front-door/pages'
import { catalogue } from '@front-door/performance'
import { type ShownFigure, askedForPublication } from '../asking/publication.js'
import { StillCountingFilter, prepared } from '../asking/still-counting.js'
import { forFile } from '../asking/for-file.js'
import { type Wanted, wantedIn } from '../asking/wanted.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { kpiBook, kpiPage, kpiTold } from './kpi-page.js'
import { listBook, listPage } from './list-page.js'
import { named } from './named.js'

/** Every figure by itself: what it means, what it is, how it moved, and what it is made of. */
@ApiExcludeController()
@UseFilters(StillCountingFilter)
@Controller('performance/kpis')
export class KpiController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'figures')
  @Render('performance/list.njk')
  @FromRows()
  async list(@Query() query: Entries) {
    const wanted = wantedIn(query, today(this.parts))
    await prepared(this.parts.figures, wanted.asked)
    return listPage(catalogue, await this.shown(wanted), wanted)
  }

  @Get('file')
  @Reading('see-figures', 'figures-file')
  async listAsFile(@Query() query: Entries) {
    const as = fileKindIn(query['as'])
    return handOut(as, listBook(catalogue, await this.shown(forFile(wantedIn(query, today(this.parts)))), as))
  }

  @Get(':id')
  @Reading('see-figures', 'figure')
  @Render('performance/kpi.njk')
  @FromRows()
  async one(@Param('id') id: string, @Query() query: Entries) {
    const kpi = named(id)
    const wanted = wantedIn(query, today(this.parts), kpi)
    await prepared(this.parts.figures, wanted.asked)
    return kpiPage(kpi, await kpiTold(this.parts.figures, kpi, wanted, today(this.parts)), wanted)
  }

  @Get(':id/file')
  @Reading('see-figures', 'figure-file')
  async oneAsFile(@Param('id') id: string, @Query() query: Entries) {
    const [kpi, as] = [named(id), fileKindIn(query['as'])]
    const wanted = forFile(wantedIn(query, today(this.parts), kpi))
    const told = await kpiTold(this.parts.figures, kpi, wanted, today(this.parts))
    return handOut(as, kpiBook(kpi, told, wanted.asked))
  }

  private async shown({ asked, forPublication }: Wanted): Promise<readonly ShownFigure[]> {
    const { figures } = this.parts
    return forPublication ? askedForPublication(figures, asked) : figures.figures(asked)
  }
}
