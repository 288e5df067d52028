import { Controller, Get, Inject, Param, Query, Render, UseFilters } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Problem, Reading, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import type { Entries } from '@front-door/pages'
import { StillCountingFilter, prepared } from '../asking/still-counting.js'
import { forFile } from '../asking/for-file.js'
import { type Wanted, wantedIn } from '../asking/wanted.js'
import { named } from '../kpi/named.js'
import { textIn } from '../asking/entry.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { casesBook } from './cases-file.js'
import { type Showing, casesPage, standings } from './cases-page.js'

/** What a figure is made of: from the number to the children, and from there to the trail. */
@ApiExcludeController()
@UseFilters(StillCountingFilter)
@Controller('performance/kpis/:id/cases')
export class CasesController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'figure-cases')
  @Render('performance/cases.njk')
  @FromRows()
  async cases(@Param('id') id: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const kpi = named(id)
    const wanted = wantedIn(query, today(this.parts), kpi)
    refusePublication(wanted)
    const showing = showingIn(query)
    await prepared(this.parts.figures, wanted.asked)
    const page = await this.parts.figures.cases(kpi.id, wanted.asked, showing)
    return casesPage(kpi, page, wanted, showing, reader, this.parts)
  }

  @Get('file')
  @Reading('see-figure-cases', 'figure-cases-file')
  async file(@Param('id') id: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const kpi = named(id)
    const wanted = forFile(wantedIn(query, today(this.parts), kpi))
    refusePublication(wanted)
    return handOut(fileKindIn(query['as']), casesBook(this.parts.figures, kpi, wanted.asked, showingIn(query), reader))
  }
}

/** Cases name children: they are for those who work here, whatever the figure they make is for. */
function refusePublication({ forPublication }: Wanted): void {
  if (forPublication) throw new Problem('not-found', 'A figure for publication does not open into its cases.')
}

function showingIn({ standing, group, worker, after }: Entries): Showing {
  const known = standings.find((each) => each === standing)
  if (standing !== undefined && !known) throw new Problem('not-found', 'There is no such list of cases.')
  return { standing: known, group: textIn(group), worker: textIn(worker), after: textIn(after) }
}
