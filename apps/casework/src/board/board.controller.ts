import { Controller, Get, Inject, Query, Render, Req } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { dayOf, momentOf } from '@front-door/calendar'
import { ForSignedIn, FromRows, type SignedInRequest, Worker, navigationFor } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { mayDo, policyOn } from '@front-door/policy'
import { PARTS, type Parts } from '../parts.js'
import type { QueryAsked } from './asked.js'
import { boardFor } from './board-page.js'

/** The board on the wall: what has come in, what waits, for whom and how long. */
@ApiExcludeController()
@Controller()
export class BoardController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  /** The first page of everybody who is signed in: where the policy shows them no lists, what they may do instead. */
  @Get()
  @ForSignedIn()
  @Render('board/board.njk')
  @FromRows()
  async board(@Query() query: QueryAsked, @Worker() reader: SignedIn, @Req() { id }: SignedInRequest) {
    const at = this.parts.clock()
    const policy = policyOn(this.parts.agreed.policies, dayOf(momentOf(at)))
    if (!mayDo(policy, reader.role, 'see-worklists'))
      return { title: 'What you can do here', places: navigationFor(this.parts.places, reader.role, policy, '/') }
    const board = await boardFor(this.parts, reader, query, at)
    const { id: worker, role, team } = reader
    await this.parts.reads.append({ at, worker, role, team, what: 'board', requestId: id })
    return board
  }
}
