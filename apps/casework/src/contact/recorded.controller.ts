import { Controller, Get, Inject, Query, Render, Req } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { nextFor } from '@front-door/case-flow'
import { ForSignedIn, Problem, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { nextShown } from '@front-door/pages'
import { type Policy, mayDo, policyOn } from '@front-door/policy'
import type { FastifyRequest } from 'fastify'
import { PARTS, type Parts } from '../parts.js'
import { actAddress } from '../record/record-page.js'
import type { AskedFor } from './at.js'
import { type Intake, consultation, contact } from './intake.js'
import { registeredChild } from './known-children.js'
import { MOST_CHILDREN } from './told.js'

/** More of what comes next is on the record itself. */
const FIRST = 3

/** What was recorded, where it is about several children or the one who recorded it may not read the record. */
@ApiExcludeController()
@Controller()
export class RecordedController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get('contacts/recorded')
  @ForSignedIn()
  @Render('contact/recorded.njk')
  contact(@Query() asked: AskedFor, @Worker() worker: SignedIn, @Req() request: FastifyRequest) {
    return this.page(contact, asked, worker, request)
  }

  @Get('consultations/recorded')
  @ForSignedIn()
  @Render('contact/recorded.njk')
  consultation(@Query() asked: AskedFor, @Worker() worker: SignedIn, @Req() request: FastifyRequest) {
    return this.page(consultation, asked, worker, request)
  }

  private async page(intake: Intake, { child, again }: AskedFor, worker: SignedIn, { id: request }: FastifyRequest) {
    const { parts, queries } = this
    const policy = policyOn(parts.agreed.policies, today(parts))
    if (!mayDo(policy, worker.role, intake.act)) throw new Problem('not-allowed', 'Your role may not see this page.')
    const ids = [...new Set([child ?? []].flat())].slice(0, MOST_CHILDREN)
    const looking = { parts, queries, worker, policy, request }
    const children = await Promise.all(
      ids.map(async (id) => ({
        ...(await registeredChild(id, intake, looking)),
        next: await this.next(id, worker, policy),
      })),
    )
    return {
      title: again === '1' ? 'This form was recorded before' : intake.done,
      ...{ again: again === '1', children, another: intake.address },
    }
  }

  /** What the worker may do next about the latest contact of an unrestricted child. */
  private async next(id: string, { role }: SignedIn, policy: Policy) {
    if (!mayDo(policy, role, 'read-trail')) return []
    const { agreed, clock, histories } = this.parts
    const { state } = (await histories.known(id)).history
    if (state.person.restrictedTo) return []
    const latest = state.contacts.at(-1)?.id
    const now = clock()
    const next = nextFor(state, now, agreed).filter(({ about }) => about === latest && latest !== undefined)
    const { calendars } = agreed
    return nextShown(state, next, { role, now, calendars, href: (one) => actAddress(state, one) }).yours.slice(0, FIRST)
  }
}
