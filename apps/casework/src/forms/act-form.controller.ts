import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Render, Res } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { type ActName, type ChildEvent, type History, eventsOf, isActName, otherRecord } from '@front-door/case-flow'
import { Problem, Reading, SeeOther, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { childrenIn } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { childrenNamed } from '../children/child-names.js'
import { ReadChild } from '../children/read-child.js'
import { PARTS, type Parts } from '../parts.js'
import { fieldsFor } from './act-fields.js'
import type { ActForm } from './act-form.js'
import { entryFor } from './about-entry.js'
import { type Asking, fixedBy } from './asking.js'
import { choicesFor } from './choices.js'
import { checkMayCorrect, checkMayDo, mayBePicked } from './for-whom.js'
import { FormFlow } from './form-flow.js'
import { timescalesOf } from './timescales.js'

/** The page of every act about a child who is registered: one form, read from the act's own definition. */
@ApiExcludeController()
@Controller('children/:child/acts/:act')
export class ActFormController {
  constructor(
    private readonly forms: FormFlow,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('read-trail', 'act-form')
  @Render('forms/act.njk')
  async ask(
    @Param('child') child: string,
    @Param('act') act: string,
    @Query() asking: Asking,
    @Worker() worker: SignedIn,
  ) {
    return this.forms.open(await this.formOf(child, act, asking, worker), asking, worker)
  }

  @Post()
  @HttpCode(200)
  @Reading('read-trail', 'act-form')
  @Render('forms/act.njk')
  async send(
    @Param('child') child: string,
    @Param('act') act: string,
    @Query() asking: Asking,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.forms.take(await this.formOf(child, act, asking, worker), body, worker, reply)
  }

  private async formOf(child: string, name: string, asking: Asking, worker: SignedIn): Promise<ActForm> {
    const act = actNamed(name)
    const known = await this.queries.execute(new ReadChild(child))
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    checkMayDo(act, worker.role, policy)
    const staff = this.parts.staff.recent().filter(({ role }) => mayBePicked(act, role, policy))
    const about = entryFor(act, asking, known.history)
    if (act === 'correct-decision' && about) {
      leadToKept(about, known.history)
      checkMayCorrect(about, known.history, worker, policy)
    }
    const all = fieldsFor(act, act === 'correct-decision' ? about : undefined)
    const { relations } = known.history.state.person
    const others = [...relations.map(({ other }) => other), ...childrenIn(eventsOf(known.history))]
    const childNamed = await childrenNamed(this.queries, others)
    const fixed = fixedBy(all, about ? { ...asking, event: about.id } : asking)
    const query = new URLSearchParams(fixed).toString()
    return {
      ...{ act, known, fixed, about, fields: all, role: worker.role, childNamed },
      choices: {
        ...choicesFor(all, known.history.state, staff, (id) => childNamed(id)?.name ?? id),
        ...(act === 'record-missed-timescale' ? { clock: timescalesOf(known.history.state, this.parts) } : {}),
      },
      address: `/children/${child}/acts/${act}${query ? `?${query}` : ''}`,
      back:
        act === 'end-emergency-opening' && endsOwn(about, worker)
          ? { href: '/', text: 'Start page' }
          : { href: `/children/${child}`, text: 'Back to the record' },
    }
  }
}

/** What a duplicate brought is corrected in the record that was kept; what stands in both, in either. */
function leadToKept(about: ChildEvent, { state }: History): void {
  const { mergedInto } = state.person
  if (mergedInto === undefined || otherRecord(about) !== undefined) return
  throw new SeeOther(`/children/${mergedInto}/acts/correct-decision?event=${encodeURIComponent(about.id)}`)
}

/** Whoever ends what they opened in an emergency is led away from the record: it is closed to them from then on. */
function endsOwn(about: ChildEvent | undefined, { id }: SignedIn): boolean {
  return about?.type === 'RecordOpenedInEmergency' && about.worker.id === id
}

function actNamed(name: string): ActName {
  if (isActName(name)) return name
  throw new Problem('not-found', `There is no act called ${name.slice(0, 60)}.`)
}
