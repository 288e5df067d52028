import { Body, Controller, Get, Inject, Post, Query, Render, Req, Res } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import type { SignedIn } from '@front-door/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ForSignedIn, Worker } from '@front-door/door'
import { PARTS, type Parts } from '../parts.js'
import { askIntake, sendIntake } from './answer.js'
import type { AskedFor, Desk } from './at.js'
import { type Intake, consultation, contact } from './intake.js'

/** Recording a contact, and a request for advice and support: also for partners, who may tell and not read. */
@ApiExcludeController()
@Controller()
export class IntakeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get('contacts/new')
  @ForSignedIn()
  @Render('contact/intake.njk')
  askContact(@Query() asked: AskedFor, @Worker() worker: SignedIn, @Req() request: FastifyRequest) {
    return askIntake(contact, asked, this.desk(worker, request))
  }

  @Post('contacts/new')
  @ForSignedIn()
  @Render('contact/intake.njk')
  sendContact(
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(contact, body, this.desk(worker, request), reply)
  }

  @Get('consultations/new')
  @ForSignedIn()
  @Render('contact/intake.njk')
  askConsultation(@Query() asked: AskedFor, @Worker() worker: SignedIn, @Req() request: FastifyRequest) {
    return askIntake(consultation, asked, this.desk(worker, request))
  }

  @Post('consultations/new')
  @ForSignedIn()
  @Render('contact/intake.njk')
  sendConsultation(
    @Body() body: unknown,
    @Worker() worker: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(consultation, body, this.desk(worker, request), reply)
  }

  private async send(intake: Intake, body: unknown, desk: Desk, reply: FastifyReply) {
    const { wrong, ...page } = await sendIntake(intake, body, desk)
    reply.status(wrong ? 400 : 200)
    return page
  }

  private desk(worker: SignedIn, { id: request }: FastifyRequest): Desk {
    const { commands, queries, parts } = this
    return { commands, queries, parts, worker, request }
  }
}
