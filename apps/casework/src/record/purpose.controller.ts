import { Body, Controller, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { openTo } from '@front-door/case-flow'
import { type Purpose, type SignedIn, isPurpose, localPath, maySee, purposes } from '@front-door/identity'
import { mayDo, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { ForSignedIn, Problem, SeeOther, type SignedInRequest, Worker, today } from '@front-door/door'
import { PARTS, type Parts } from '../parts.js'

/** A restricted record opens once whoever is named has said what for. It is kept with every read in this session. */
@ApiExcludeController()
@Controller('children/:child/purpose')
export class PurposeController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @ForSignedIn()
  @Render('record/purpose.njk')
  async ask(
    @Param('child') child: string,
    @Query('returnTo') returnTo: string | undefined,
    @Worker() worker: SignedIn,
  ) {
    await this.checkNamed(child, worker)
    return this.page(child, returnTo)
  }

  @Post()
  @ForSignedIn()
  @Render('record/purpose.njk')
  async say(
    @Param('child') child: string,
    @Body() body: { purpose?: unknown; returnTo?: unknown },
    @Worker() worker: SignedIn,
    @Req() { session }: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.checkNamed(child, worker)
    if (!isPurpose(body.purpose)) {
      reply.status(400)
      return {
        ...this.page(child, body.returnTo),
        errors: [{ text: 'Select what you open it for.', href: '#purpose' }],
      }
    }
    session.purposes = { ...session.purposes, [child]: body.purpose }
    throw new SeeOther(localPath(body.returnTo))
  }

  private async checkNamed(child: string, worker: SignedIn): Promise<void> {
    const { person } = (await this.parts.histories.known(child)).history.state
    const restrictedTo = openTo(person, this.parts.clock())
    const policy = policyOn(this.parts.agreed.policies, today(this.parts))
    const reading = mayDo(policy, worker.role, 'see-requests') ? 'see-requests' : 'read-trail'
    const sight = maySee(worker, { ...(restrictedTo ? { restrictedTo } : {}) }, policy, undefined, reading)
    if (typeof sight === 'object' && 'no' in sight)
      throw new Problem('not-allowed', sight.no, [{ rule: sight.rule, message: sight.no }])
  }

  private page(child: string, returnTo: unknown) {
    return {
      title: 'What do you open this record for?',
      returnTo: localPath(returnTo ?? `/children/${child}`),
      purposes: Object.entries<string>(purposes).map(([value, text]) => ({ value: value as Purpose, text })),
    }
  }
}
