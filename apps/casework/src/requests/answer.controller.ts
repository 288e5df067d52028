import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Render, Res } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { type ActName, isActName } from '@front-door/case-flow'
import { Problem, Reading, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { agencyOf, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { fieldsFor } from '../forms/act-fields.js'
import type { ActForm } from '../forms/act-form.js'
import type { Asking } from '../forms/asking.js'
import { checkMayDo } from '../forms/for-whom.js'
import { FormFlow } from '../forms/form-flow.js'
import { PARTS, type Parts } from '../parts.js'
import { answers, answersTo } from './answers.js'
import { type RequestKnown, requestKnown } from './request-known.js'

/** The answer to one request, by the agency that was asked: the act's own form, with nothing of the record around it. */
@ApiExcludeController()
@Controller('requests/:child/:request/:act')
export class AnswerController {
  constructor(
    private readonly forms: FormFlow,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('see-requests', 'request')
  @Render('forms/act.njk')
  async ask(
    @Param('child') child: string,
    @Param('request') id: string,
    @Param('act') name: string,
    @Query() asking: Asking,
    @Worker() worker: SignedIn,
  ) {
    const act = answerNamed(name)
    const found = await this.own(child, id, worker)
    if (!answersTo(found.request).includes(act))
      throw new Problem('not-found', 'This was answered. What is still open stands under “Information asked of us”.')
    return this.forms.open(this.formOf(act, found, worker), asking, worker)
  }

  @Post()
  @HttpCode(200)
  @Reading('see-requests', 'request')
  @Render('forms/act.njk')
  async send(
    @Param('child') child: string,
    @Param('request') id: string,
    @Param('act') name: string,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const act = answerNamed(name)
    return this.forms.take(this.formOf(act, await this.own(child, id, worker), worker), body, worker, reply)
  }

  /** The request, where it was asked of this worker's own agency. */
  private async own(child: string, id: string, worker: SignedIn): Promise<RequestKnown> {
    const found = await requestKnown(child, id, this.queries, this.parts)
    if (!found) throw new Problem('not-found', 'There is no such request.')
    if (found.request.agency !== agencyOf(policyOn(this.parts.agreed.policies, today(this.parts)), worker))
      throw new Problem('not-allowed', 'This was asked of another agency than yours.')
    return found
  }

  private formOf(act: ActName, { known, request, asked }: RequestKnown, { role }: SignedIn): ActForm {
    checkMayDo(act, role, policyOn(this.parts.agreed.policies, today(this.parts)))
    const words = answers[act] ?? { title: act, labels: {} }
    return {
      ...{ act, known, role, fields: fieldsFor(act), choices: {}, fixed: { request: request.id } },
      address: `/requests/${known.history.child}/${request.id}/${act}`,
      back: { href: '/requests', text: 'Back to what was asked' },
      apart: { ...words, answers: { label: 'What was asked', text: asked ?? '(erased)' } },
    }
  }
}

function answerNamed(name: string): ActName {
  if (isActName(name) && answers[name]) return name
  throw new Problem('not-found', 'A request is not answered in that way.')
}
