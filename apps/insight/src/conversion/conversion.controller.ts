import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, today } from '@front-door/door'
import { type Entries, errorSummary } from '@front-door/pages'
import { type Conversion, funnelChart, periodInWords } from '@front-door/performance'
import { forFile } from '../asking/for-file.js'
import { wantedIn } from '../asking/wanted.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { pagesOfFigures } from '../places.js'
import { fileKindIn, filesAt, handOut } from '../tables/hand-out.js'
import { tableShown } from '../tables/table-shown.js'
import { conversionTable } from './conversion-table.js'

const PATH = '/performance/conversion'

/** How many go on at every step of the front door. */
@ApiExcludeController()
@Controller('performance/conversion')
export class ConversionController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'conversion')
  @Render('performance/conversion.njk')
  @FromRows()
  async page(@Query() query: Entries) {
    const { asked, questions, more, problems, query: same } = wantedIn(query, today(this.parts), 'only a period')
    const steps = await this.parts.figures.conversion({ ...asked, start: 'contacts' })
    return {
      ...{ title: 'Conversion', wide: true, pages: pagesOfFigures(PATH), path: PATH, questions, more },
      ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
      period: periodInWords(asked),
      shown: steps[0]?.unavailable ? { why: steps[0].unavailable } : shown(steps, periodInWords(asked)),
      definitions: steps.map(({ name, definition }) => ({ name, definition })),
      files: filesAt(PATH, same),
    }
  }

  @Get('file')
  @Reading('see-figures', 'conversion-file')
  async file(@Query() query: Entries) {
    const { asked } = forFile(wantedIn(query, today(this.parts), 'only a period'))
    const steps = await this.parts.figures.conversion({ ...asked, start: 'contacts' })
    const notes = steps.map(({ name, definition }) => `${name}: ${definition}`)
    const title = `Conversion ${asked.from} to ${asked.to}`
    return handOut(fileKindIn(query['as']), { title, notes, tables: [conversionTable(steps)] })
  }
}

const shown = (steps: readonly Conversion[], period: string) => ({
  chart: funnelChart({
    ...{ id: 'funnel', title: `From contact to plan, ${period}` },
    steps: steps.map(({ name, count, share }) => ({
      ...{ label: name, value: count },
      ...(share ? { share: { value: share.value, of: share.name } } : {}),
    })),
  }),
  table: tableShown(conversionTable(steps)),
})
