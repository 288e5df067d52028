import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, today } from '@front-door/door'
import type { Entries } from '@front-door/pages'
import { INSIGHT, type InsightParts } from '../parts.js'
import { pagesOfFigures } from '../places.js'
import { fileKindIn, filesAt, handOut } from '../tables/hand-out.js'
import { cellIn, tableShown } from '../tables/table-shown.js'
import { yearLines, yearTables, yearsTitle } from './year-table.js'

const PATH = '/performance/years'

/** The table of a self-evaluation: years across, statistical neighbours and England beside. */
@ApiExcludeController()
@Controller('performance/years')
export class YearsController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'year-table')
  @Render('performance/years.njk')
  @FromRows()
  async years() {
    const tables = yearTables(await yearLines(this.parts.figures, today(this.parts)))
    return {
      ...{ title: 'Year by year', wide: true, pages: pagesOfFigures(PATH), files: filesAt(PATH, {}) },
      tables: tables.map((table) =>
        tableShown(table, (row, column) =>
          column === 'indicator' ? `/performance/kpis/${cellIn(table, row, 'id')}` : undefined,
        ),
      ),
    }
  }

  @Get('file')
  @Reading('see-figures', 'year-table-file')
  async file(@Query() query: Entries) {
    const on = today(this.parts)
    const tables = yearTables(await yearLines(this.parts.figures, on))
    const [first, ...more] = tables
    const as = fileKindIn(query['as'])
    // A CSV file holds one table: years stand across both alike.
    const one = first ? [{ ...first, rows: tables.flatMap(({ rows }) => rows) }] : []
    return handOut(as, {
      title: yearsTitle(on),
      notes: [],
      tables: as === 'csv' ? one : [...(first ? [first] : []), ...more],
    })
  }
}
