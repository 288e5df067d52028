import { Controller, Get, Inject, Param, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Problem, Reading, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import type { Entries } from '@front-door/pages'
import { askedForFile, wantedIn } from '../asking/wanted.js'
import { named } from '../kpi/named.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { casesBook } from './cases-file.js'
import { type Showing, casesPage, standings } from './cases-page.js'

/** What a figure is made of: from the number to the children, and from there to the trail. */
@ApiExcludeController()
@Controller('performance/kpis/:id/cases')
export class CasesController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'figure-cases')
  @Render('performance/cases.njk')
  async cases(@Param('id') id: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const kpi = named(id)
    const wanted = wantedIn(query, today(this.parts), kpi)
    const showing = showingIn(query)
    const page = await this.parts.figures.cases(kpi.id, wanted.asked, showing)
    return casesPage(kpi, page, wanted, showing, reader, this.parts)
  }

  @Get('file')
  @Reading('see-figure-cases', 'figure-cases-file')
  async file(@Param('id') id: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const kpi = named(id)
    const asked = askedForFile(query, today(this.parts), kpi)
    return handOut(fileKindIn(query['as']), casesBook(this.parts.figures, kpi, asked, showingIn(query), reader))
  }
}

function showingIn({ standing, group, after }: Entries): Showing {
  const known = standings.find((each) => each === standing)
  if (standing !== undefined && !known) throw new Problem('not-found', 'There is no such list of cases.')
  return { standing: known, group: oneOf(group), after: oneOf(after) }
}

const oneOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
