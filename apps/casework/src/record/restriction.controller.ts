import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Render, Res } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { flow } from '@front-door/case-flow'
import { ForSignedIn, Problem, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { mayDo, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { ReadChild } from '../children/read-child.js'
import { fieldsFor } from '../forms/act-fields.js'
import type { ActForm } from '../forms/act-form.js'
import type { Asking } from '../forms/asking.js'
import { checkMayDo } from '../forms/for-whom.js'
import { FormFlow } from '../forms/form-flow.js'
import { PARTS, type Parts } from '../parts.js'

const act = 'lift-restriction'

/**
 * Opens a restricted record again, for whoever may lift a restriction and is not among those named: they may all have
 * left. Nothing of the record is shown; who opened it, and why, stands in its trail.
 */
@ApiExcludeController()
@Controller('children/:child/restriction')
export class RestrictionController {
  constructor(
    private readonly forms: FormFlow,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @ForSignedIn()
  @Render('forms/act.njk')
  async ask(@Param('child') child: string, @Query() asking: Asking, @Worker() worker: SignedIn) {
    const form = await this.formOf(child, worker)
    if (!form.known.history.state.person.restrictedTo) throw new Problem('not-found', 'This record is not restricted.')
    return this.forms.open(form, asking, worker)
  }

  @Post()
  @HttpCode(200)
  @ForSignedIn()
  @Render('forms/act.njk')
  async send(
    @Param('child') child: string,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.forms.take(await this.formOf(child, worker), body, worker, reply)
  }

  private async formOf(child: string, { role }: SignedIn): Promise<ActForm> {
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    checkMayDo(act, role, policy)
    const known = await this.queries.execute(new ReadChild(child, undefined, 0))
    const leads = mayDo(policy, role, 'read-trail')
    return {
      ...{ act, known, role, fields: fieldsFor(act), choices: {}, fixed: {} },
      address: `/children/${child}/restriction`,
      back: leads ? { href: `/children/${child}`, text: 'Back to the record' } : { href: '/', text: 'Start page' },
      apart: {
        ...{ title: flow[act].act.label, labels: {} },
        child: { id: child, name: 'Restricted record', born: 'Not shown', flags: [] },
      },
    }
  }
}
