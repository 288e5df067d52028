import { Controller, Get, Inject, Param, Query, Render } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { dayOf } from '@front-door/calendar'
import { eventsOf, fields, findItem, flow, isActName } from '@front-door/case-flow'
import { Problem, Reading, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type Page, childrenIn, enteredIn, errorSummary, onPage, questionsFor } from '@front-door/pages'
import { instantOf } from '../children/as-known-at.js'
import { childrenNamed } from '../children/child-names.js'
import { type KnownChild, ReadChild } from '../children/read-child.js'
import { chooseFirst, isAboutEntry } from '../forms/about-entry.js'
import { PARTS, type Parts } from '../parts.js'
import { itemPage } from './item-page.js'
import { PAGE, recordPage } from './record-page.js'

type Asking = Readonly<Record<string, string | undefined>>

const asKnownOn = {
  asKnownAt: fields.optional(fields.day('Show the record as it was known on', { hint: 'For example, 3 3 2026' })),
}

/** A child's record, and each thing under way in it. */
@ApiExcludeController()
@Controller('children/:child')
export class RecordController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('read-trail', 'record')
  @Render('record/record.njk')
  async record(@Param('child') child: string, @Query() asking: Asking, @Worker() reader: SignedIn) {
    const { asKnownAt } = enteredIn(asKnownOn, asking)
    const problems =
      asKnownAt === undefined || fields.isValid(asKnownOn.asKnownAt, asKnownAt)
        ? []
        : onPage(asKnownOn, [{ field: 'asKnownAt', rule: 'day', message: '' }], {
            ...{ typed: asking, labels: { asKnownAt: 'day it was known on' } },
          })
    const then = problems.length > 0 || typeof asKnownAt !== 'string' ? undefined : asKnownAt
    const asked = questionsFor(asKnownOn, { on: today(this.parts), typed: asking, problems })
    const page = Math.max(1, Math.trunc(Number(asking['page'])) || 1)
    const known = await this.read(child, instantOf(then), page * PAGE)
    const childNamed = await this.named(known)
    return {
      ...recordPage(known, { reader, then, page, childNamed }, this.parts),
      ...{ asked, then, version: known.version, notice: noticeOf(asking) },
      ...(problems.length > 0 ? { errors: errorSummary(problems, asked) } : {}),
      query: then ? `asKnownAt=${dayOf(then)}&` : '',
      relations: known.history.state.person.relations.map(({ other, relation }) => ({
        relation,
        ...childNamed(other),
      })),
    }
  }

  @Get('items/:item')
  @Reading('read-trail', 'item')
  @Render('record/item.njk')
  async item(@Param('child') child: string, @Param('item') id: string, @Worker() reader: SignedIn) {
    const known = await this.read(child)
    const found = findItem(known.history.state, id)
    if (!found) throw new Problem('not-found', 'There is nothing of that id in this record.')
    return itemPage(known, found, { reader, childNamed: await this.named(known) }, this.parts)
  }

  /** The other children whom the record names: in its trail, and where it is read on. */
  private named({ history }: KnownChild) {
    const { mergedInto = [], relations } = history.state.person
    const others = relations.map(({ other }) => other)
    return childrenNamed(this.queries, [...[mergedInto].flat(), ...others, ...childrenIn(eventsOf(history))])
  }

  private read(child: string, then?: string, latest?: number) {
    return this.queries.execute(new ReadChild(child, then, latest))
  }
}

/** What was just done, when somebody comes back from its form; what to choose first, when they came there without. */
function noticeOf({ done, choose }: Asking): Page['notice'] {
  if (choose !== undefined && isAboutEntry(choose)) return { kind: 'important', ...chooseFirst[choose] }
  if (done === 'already')
    return {
      kind: 'important',
      text: 'That form was recorded before, and nothing was added. Open it again to record something else.',
    }
  if (done === undefined || !isActName(done)) return undefined
  return { kind: 'success', heading: 'Recorded', text: flow[done].act.label }
}
