import { Controller, Get, Inject, Query, Render, Req } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiExcludeController } from '@nestjs/swagger'
import { FromRows, Reading, type SignedInRequest, Worker, today } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { agencyOf, policyOn } from '@front-door/policy'
import type { Asking } from '../forms/asking.js'
import { PARTS, type Parts } from '../parts.js'
import { requestsPage } from './requests-page.js'

/** What was asked of the agency that whoever looks belongs to. Every child in it counts as one that was looked at. */
@ApiExcludeController()
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get()
  @Reading('see-requests', 'requests')
  @Render('requests/requests.njk')
  @FromRows()
  list(@Query() { page, done }: Asking, @Worker() worker: SignedIn, @Req() { id: request }: SignedInRequest) {
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    const asked = { page: Number(page) || 1, done }
    const looking = { parts: this.parts, queries: this.queries, worker, policy, request }
    return requestsPage(agencyOf(policy, worker), asked, looking)
  }
}
