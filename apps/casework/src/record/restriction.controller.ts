import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { flow, openTo } from '@front-door/case-flow'
import { ForSignedIn, Problem, SeeOther, type SignedInRequest, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { mayDo, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { ReadChild } from '../children/read-child.js'
import type { ActForm } from '../forms/act-form.js'
import type { Asking } from '../forms/asking.js'
import { checkMayDo } from '../forms/for-whom.js'
import { FormFlow } from '../forms/form-flow.js'
import { PARTS, type Parts } from '../parts.js'

/** The ways into a restricted record for somebody whom it does not name, by the last part of their address. */
const ways = { restriction: 'lift-restriction', emergency: 'open-in-emergency' } as const
type Way = keyof typeof ways

/**
 * Opens a restricted record to whom it does not name: to all again, where those named may all have left; or for a
 * limited time to somebody with a child at risk. Nothing of the record is shown; who opened it, and why, stands in its
 * trail.
 */
@ApiExcludeController()
@Controller('children/:child')
export class RestrictionController {
  constructor(
    private readonly forms: FormFlow,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get('restriction')
  @ForSignedIn()
  @Render('forms/act.njk')
  async askToLift(@Param('child') child: string, @Query() asking: Asking, @Worker() worker: SignedIn) {
    const form = await this.formOf(child, 'restriction', worker)
    this.whomItOpensTo(form)
    return this.forms.open(form, asking, worker)
  }

  @Post('restriction')
  @HttpCode(200)
  @ForSignedIn()
  @Render('forms/act.njk')
  async lift(
    @Param('child') child: string,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.forms.take(await this.formOf(child, 'restriction', worker), body, worker, reply)
  }

  @Get('emergency')
  @ForSignedIn()
  @Render('forms/act.njk')
  async askToOpen(@Param('child') child: string, @Query() asking: Asking, @Worker() worker: SignedIn) {
    const form = await this.formOf(child, 'emergency', worker)
    if (this.whomItOpensTo(form).includes(worker.id)) throw new SeeOther(`/children/${child}`)
    return this.forms.open(form, asking, worker)
  }

  /** What it is opened for is said by that: nobody is asked again. */
  @Post('emergency')
  @HttpCode(200)
  @ForSignedIn()
  @Render('forms/act.njk')
  async open(
    @Param('child') child: string,
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Req() { session }: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const form = await this.formOf(child, 'emergency', worker)
    session.purposes = { ...session.purposes, [child]: 'safeguarding-now' }
    return this.forms.take(form, body, worker, reply)
  }

  private whomItOpensTo({ known }: ActForm): readonly string[] {
    const workers = openTo(known.history.state.person, this.parts.clock())
    if (!workers) throw new Problem('not-found', 'This record is not restricted.')
    return workers
  }

  private async formOf(child: string, way: Way, { role }: SignedIn): Promise<ActForm> {
    const act = ways[way]
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    checkMayDo(act, role, policy)
    const known = await this.queries.execute(new ReadChild(child, undefined, 0))
    const leads = mayDo(policy, role, 'read-trail')
    const lasts = way === 'emergency' ? `. It opens to you for ${policy.thresholds.emergencyHours} hours` : ''
    return {
      ...{ act, known, role, fields: flow[act].act.fields, choices: {}, fixed: {} },
      address: `/children/${child}/${way}`,
      back: leads ? { href: `/children/${child}`, text: 'Back to the record' } : { href: '/', text: 'Start page' },
      apart: {
        ...{ title: flow[act].act.label, labels: {}, hint: `${flow[act].act.hint}${lasts}` },
        child: { id: child, name: 'Restricted record', born: 'Not shown', flags: [] },
      },
    }
  }
}
