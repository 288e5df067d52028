import { Controller, Get, Inject, Param, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { inWords } from '@front-door/calendar'
import { eventName } from '@front-door/case-flow'
import { FromRows, Problem, Reading, Worker, today, workerNames } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { type Entries, errorSummary, pagesFor, plural } from '@front-door/pages'
import { periodInWords } from '@front-door/performance'
import { aboutRow } from '@front-door/read-models'
import { textIn } from '../asking/entry.js'
import { forFile } from '../asking/for-file.js'
import { wantedIn } from '../asking/wanted.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { pagesOfFigures } from '../places.js'
import { fileKindIn, filesAt, handOut } from '../tables/hand-out.js'
import { reasonBook, reasonsBook } from './copied-reasons-file.js'

const PATH = '/performance/copied-reasons'
const SIZE = 50

/** The same words given as the reason for different children: found by fingerprint, read only in each child's trail. */
@ApiExcludeController()
@Controller('performance/copied-reasons')
export class CopiedReasonsController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figure-cases', 'copied-reasons')
  @Render('performance/copied-reasons.njk')
  @FromRows()
  async reasons(@Query() query: Entries) {
    const { asked, questions, more, problems, query: same } = wantedIn(query, today(this.parts), 'only a period')
    const after = textIn(query['after'])
    const { rows, next } = await this.parts.figures.copiedReasons(asked, { after, limit: SIZE })
    const at = (path: string, change: Record<string, string> = {}) =>
      `${path}?${new URLSearchParams({ ...same, ...change })}`
    return {
      ...{ title: 'Copied reasons', wide: true, pages: pagesOfFigures(PATH), path: PATH, questions, more },
      ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
      period: periodInWords(asked),
      rows: rows.map(({ reason, children, decisions, workers, first, last }) => ({
        ...{ href: at(`${PATH}/${encodeURIComponent(reason)}`), children: `${children} children` },
        ...{ decisions: plural(decisions, 'decision'), workers: plural(workers, 'worker') },
        days: first === last ? inWords(first) : `${inWords(first)} to ${inWords(last)}`,
      })),
      ways: pagesFor(after, next, (place) => at(PATH, place ? { after: place } : {})),
      files: filesAt(PATH, same),
    }
  }

  @Get('file')
  @Reading('see-figure-cases', 'copied-reasons-file')
  async file(@Query() query: Entries) {
    const { asked } = forFile(wantedIn(query, today(this.parts), 'only a period'))
    return handOut(fileKindIn(query['as']), reasonsBook(this.parts.figures, asked))
  }

  @Get(':reason')
  @Reading('see-figure-cases', 'copied-reason')
  @Render('performance/copied-reason.njk')
  async given(@Param('reason') reason: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const { asked, query: same } = wantedIn(query, today(this.parts), 'only a period')
    const after = textIn(query['after'])
    const { rows, next } = await this.parts.figures.reasonGiven(reason, asked, { after, limit: SIZE })
    if (rows.length === 0) throw noSuchReason()
    const path = `${PATH}/${encodeURIComponent(reason)}`
    const back = `${PATH}?${new URLSearchParams(same)}`
    const named = workerNames(this.parts)
    return {
      ...{ title: 'One reason, given again', wide: true, backLink: { href: back, text: 'Copied reasons' } },
      period: periodInWords(asked),
      rows: seenInList(reader, rows, aboutRow).map((row) =>
        'restricted' in row
          ? row
          : {
              child: { text: row.child, href: `/children/${row.child}` },
              what: { text: eventName(row.type), href: `/children/${row.child}#event-${row.event}` },
              day: inWords(row.day),
              who: `${named(row.worker)}, ${row.team}`,
            },
      ),
      ways: pagesFor(
        after,
        next,
        (place) => `${path}?${new URLSearchParams({ ...same, ...(place ? { after: place } : {}) })}`,
      ),
      results: rows.length,
      files: filesAt(path, same),
    }
  }

  @Get(':reason/file')
  @Reading('see-figure-cases', 'copied-reason-file')
  async givenFile(@Param('reason') reason: string, @Query() query: Entries, @Worker() reader: SignedIn) {
    const as = fileKindIn(query['as'])
    const { asked } = forFile(wantedIn(query, today(this.parts), 'only a period'))
    const { rows } = await this.parts.figures.reasonGiven(reason, asked, { limit: 1 })
    if (rows.length === 0) throw noSuchReason()
    const reading = { figures: this.parts.figures, reader, named: workerNames(this.parts) }
    return handOut(as, reasonBook(reason, asked, reading))
  }
}

const noSuchReason = () => new Problem('not-found', 'No such reason was given in this period.')
