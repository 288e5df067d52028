import { Controller, Get, Inject, Param, Query } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { Problem, Reading, Worker, askedWell, today } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { type CaseSeen, catalogue, dimensions, kpiOf, settings } from '@front-door/performance'
import { askedForPublication } from '../asking/publication.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { CasesWanted, KpisWanted, askedBy, pagingBy } from './wanted.js'

/** The figures for programs: what they are, what they come to, and what they are made of. */
@ApiTags('Figures')
@Controller('api/performance')
export class FiguresController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get('catalogue')
  @Reading('see-figures', 'catalogue-of-figures')
  @ApiOperation({ summary: 'Every figure in words, the settings it depends on, and what it can be broken down by' })
  catalogue() {
    return {
      kpis: catalogue.map(({ cases: _, measure: __, groupOf: ___, beside = [], ...words }) => ({
        ...words,
        beside: beside.map(({ code, name }) => ({ code, name })),
      })),
      settings,
      by: dimensions,
    }
  }

  @Get('kpis')
  @Reading('see-figures', 'figures')
  @ApiOperation({ summary: 'The figures of a period' })
  async kpis(@Query(askedWell) wanted: KpisWanted) {
    const [{ figures }, asked] = [this.parts, askedBy(wanted, today(this.parts))]
    return wanted.for ? askedForPublication(figures, asked) : figures.figures(asked)
  }

  @Get('kpis/:id/cases')
  @Reading('see-figure-cases', 'figure-cases')
  @ApiOperation({ summary: 'What a figure is made of: the cases counted, not counted and left out, and why' })
  async cases(@Param('id') id: string, @Query(askedWell) wanted: CasesWanted, @Worker() reader: SignedIn) {
    if (!kpiOf(id))
      throw new Problem('not-found', `There is no figure called ${id.slice(0, 40)}. See /api/performance/catalogue.`)
    const page = await this.parts.figures.cases(id, askedBy(wanted, today(this.parts)), pagingBy(wanted))
    const cases = seenInList(reader, page.cases, ({ child, restrictedTo }) => ({
      child,
      ...(restrictedTo ? { restrictedTo } : {}),
    }))
    return { ...page, cases: cases.map((each) => ('restricted' in each ? each : shown(each))) }
  }
}

/** A case leads to the child's decision trail, and so to the events it came from. */
function shown({ restrictedTo: _, ...row }: CaseSeen) {
  return { ...row, trail: `/api/children/${row.child}/trail` }
}
