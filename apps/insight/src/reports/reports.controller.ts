import { Body, Controller, Get, Inject, Param, Post, Query, Render, Res, UseFilters } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Problem, Reading, SeeOther, Worker, today, workerNames } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type Entries, errorSummary, instantInWords } from '@front-door/pages'
import { type Edition, behindTheChange, changesSince, figureThen, periodInWords } from '@front-door/performance'
import { mayDo, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { StillCountingFilter, prepared } from '../asking/still-counting.js'
import { named } from '../kpi/named.js'
import { INSIGHT, type InsightParts } from '../parts.js'
import { pagesOfFigures } from '../places.js'
import { fileKindIn, handOut } from '../tables/hand-out.js'
import { tableShown } from '../tables/table-shown.js'
import { behindShown, changeShown } from './changes-page.js'
import { commentaryIn, commentaryQuestions } from './commentary.js'
import { editionIn, periodOf } from './asked.js'
import { editionLines, editionPage, notesOfEdition, purposeIn } from './edition-page.js'
import { editionBook } from './report-file.js'
import {
  PATH,
  addressOf,
  editionsOf,
  linesOf,
  monthsToReport,
  periodBefore,
  publishedInWords,
  reportTable,
  titleOf,
} from './report-page.js'

type At = { readonly from: string; readonly to: string }

/** The report of a month, or of any period: written, published, and asked later what has changed in it, and why. */
@ApiExcludeController()
@UseFilters(StillCountingFilter)
@Controller('performance/reports')
export class ReportsController {
  constructor(@Inject(INSIGHT) private readonly parts: InsightParts) {}

  @Get()
  @Reading('see-figures', 'reports')
  @Render('performance/reports.njk')
  async all() {
    const reports = await this.parts.reports.all()
    return {
      ...{ title: 'Reports', wide: true, pages: pagesOfFigures(PATH) },
      reports: reports.map((report) => {
        const last = report.editions.at(-1)
        return {
          ...{ text: periodInWords(report), href: addressOf(report) },
          says: last
            ? `Edition ${last.number} published ${instantInWords(last.at)} by ${workerNames(this.parts)(last.by)}`
            : 'Being written, not published',
        }
      }),
      months: monthsToReport(today(this.parts)),
    }
  }

  @Get(':from/:to')
  @Reading('see-figures', 'report')
  @Render('performance/report.njk')
  @FromRows()
  async one(@Param() at: At, @Query() { done }: Entries, @Worker() worker: SignedIn) {
    const period = periodOf(at, today(this.parts))
    const report = await this.parts.reports.of(period)
    const [figures, before] = await this.counted(period)
    const lines = linesOf(figures, before, report.commentary)
    return {
      ...{ title: titleOf(period), wide: true, backLink: { href: PATH, text: 'Reports' } },
      ...(done
        ? {
            notice: {
              kind: 'success',
              text: done === 'published' ? 'The report is published.' : 'The commentary is kept.',
            },
          }
        : {}),
      editions: editionsOf(report, this.parts),
      table: tableShown(reportTable(lines, period, report.editions.at(-1)), (row, column) => {
        const id = lines[row]?.kpi.id ?? ''
        if (column === 'figure')
          return `/performance/kpis/${id}?${new URLSearchParams({ period: `${at.from}/${at.to}` })}`
        return undefined
      }),
      mayPublish: this.mayPublish(worker),
      comment: lines.map(({ kpi }) => ({ text: kpi.name, href: addressOf(period, `/commentary/${kpi.id}`) })),
      publishAt: addressOf(period, '/publish'),
      form: this.parts.drafts.begin(worker.id),
    }
  }

  @Get(':from/:to/commentary/:id')
  @Reading('publish-report', 'report-commentary')
  @Render('performance/commentary.njk')
  async comment(@Param() { id, ...at }: At & { id: string }, @Query() query: Entries, @Worker() worker: SignedIn) {
    const period = periodOf(at, today(this.parts))
    const kpi = named(id)
    const written = (await this.parts.reports.of(period)).commentary[kpi.id]
    const { drafts } = this.parts
    const kept = typeof query['form'] === 'string' ? drafts.find(query['form'], worker.id) : undefined
    const form = kept && typeof query['form'] === 'string' ? query['form'] : drafts.begin(worker.id)
    return {
      ...{ title: `Commentary: ${kpi.name}`, form, backLink: { href: addressOf(period), text: titleOf(period) } },
      ...{ definition: kpi.definition, kind: kpi.kind },
      questions: commentaryQuestions(
        today(this.parts),
        kept?.typed ?? { words: written?.words, tolerance: written?.tolerance },
      ),
    }
  }

  @Post(':from/:to/commentary/:id')
  @Reading('publish-report', 'report-commentary')
  @Render('performance/commentary.njk')
  async write(
    @Param() { id, ...at }: At & { id: string },
    @Body() body: Entries,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const period = periodOf(at, today(this.parts))
    const kpi = named(id)
    const { words, tolerance, problems } = commentaryIn(body)
    const form = this.formOf(body, worker)
    if (problems.length === 0) {
      await this.parts.reports.write(period, kpi.id, words, tolerance, { worker: whoIs(worker), command: form })
      this.parts.drafts.end(form)
      throw new SeeOther(`${addressOf(period)}?done=written`)
    }
    reply.status(400)
    const questions = commentaryQuestions(today(this.parts), body, problems)
    return {
      ...{ title: `Commentary: ${kpi.name}`, form, backLink: { href: addressOf(period), text: titleOf(period) } },
      ...{ definition: kpi.definition, kind: kpi.kind, questions, errors: errorSummary(problems, questions) },
    }
  }

  @Post(':from/:to/publish')
  @Reading('publish-report', 'report-publish')
  async publish(@Param() at: At, @Body() body: Entries, @Worker() worker: SignedIn) {
    const period = periodOf(at, today(this.parts))
    const form = this.formOf(body, worker)
    await this.parts.reports.publish(period, { worker: whoIs(worker), command: form })
    this.parts.drafts.end(form)
    throw new SeeOther(`${addressOf(period)}?done=published`)
  }

  @Get(':from/:to/editions/:number')
  @Reading('see-figures', 'report-edition')
  @Render('performance/edition.njk')
  async edition(@Param() { number, ...at }: At & { number: string }, @Query() query: Entries) {
    const period = periodOf(at, today(this.parts))
    const edition = editionIn(await this.parts.reports.of(period), number)
    const purpose = purposeIn(query)
    await prepared(this.parts.figures, { ...periodBefore(period), asKnownAt: edition.knownAt })
    const lines = editionLines(period, edition, await this.figuresBefore(period, edition), purpose)
    const changes = purpose ? [] : changesSince(edition, (await this.parts.figures.figures(period)).map(figureThen))
    return editionPage(period, edition, { lines, changes, about: publishedInWords(edition, this.parts), purpose })
  }

  @Get(':from/:to/editions/:number/file')
  @Reading('see-figures', 'report-edition-file')
  async editionFile(@Param() { number, ...at }: At & { number: string }, @Query() query: Entries) {
    const period = periodOf(at, today(this.parts))
    const edition = editionIn(await this.parts.reports.of(period), number)
    const [as, purpose] = [fileKindIn(query['as']), purposeIn(query)]
    const lines = editionLines(period, edition, await this.figuresBefore(period, edition), purpose)
    const notes = notesOfEdition(publishedInWords(edition, this.parts), purpose)
    return handOut(as, editionBook(lines, period, edition, notes))
  }

  @Get(':from/:to/editions/:number/changes/:id')
  @Reading('see-figure-cases', 'report-changes')
  @Render('performance/changes.njk')
  async changes(@Param() { number, id, ...at }: At & { number: string; id: string }, @Worker() reader: SignedIn) {
    const period = periodOf(at, today(this.parts))
    const edition = editionIn(await this.parts.reports.of(period), number)
    const kpi = named(id)
    await prepared(this.parts.figures, { ...period, asKnownAt: edition.knownAt })
    const now = (await this.parts.figures.figures({ ...period, ids: [kpi.id] })).map(figureThen)
    const change = changesSince(edition, now).find((each) => each.id === kpi.id)
    const behind = await behindTheChange(this.parts.figures, kpi.id, period, edition.knownAt)
    return {
      ...{ title: `What changed: ${kpi.name}`, wide: true },
      backLink: { href: addressOf(period, `/editions/${number}`), text: titleOf(period) },
      about: publishedInWords(edition, this.parts),
      change: change ? changeShown(change) : undefined,
      rows: behindShown(behind, reader, workerNames(this.parts)),
      results: behind.length,
    }
  }

  /** The figures of a period and of the one before, as they stand. */
  private async counted(period: At) {
    const both = [period, periodBefore(period)].map((each) => this.parts.figures.figures(each))
    const [figures = [], before = []] = await Promise.all(both)
    return [figures.map(figureThen), before.map(figureThen)] as const
  }

  /** The figures of the period before, as they were known when the edition was published. */
  private async figuresBefore(period: At, { knownAt }: Edition) {
    const before = await this.parts.figures.figures({ ...periodBefore(period), asKnownAt: knownAt })
    return before.map(figureThen)
  }

  private mayPublish({ role }: SignedIn): boolean {
    return mayDo(policyOn(this.parts.agreed.policies, today(this.parts)), role, 'publish-report')
  }

  /** The id of the form is the id under which it is recorded, once. */
  private formOf({ _form: form }: Entries, worker: SignedIn): string {
    if (typeof form === 'string' && this.parts.drafts.owns(form, worker.id)) return form
    throw new Problem('invalid', 'Open the page again and send it from there.')
  }
}

const whoIs = ({ id, role, team }: SignedIn) => ({ id, role, team })
