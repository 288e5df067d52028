import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { dayOf, momentOf } from '@front-door/calendar'
import { openTo } from '@front-door/case-flow'
import { type SignedIn, maySee, whoAsks } from '@front-door/identity'
import { type Policy, mayDo, policyOn } from '@front-door/policy'
import type { FastifyReply } from 'fastify'
import { DOOR, type DoorParts } from '../parts.js'
import { Problem } from '../problems/problem.js'
import { navigationFor } from '../front/navigation.js'
import { OPENING, type Opening, type SignedInRequest } from './may.js'
import { forWhom } from './for-whom.js'

/** The one door: nobody passes who is not signed in and allowed, unless the route says that anybody may. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DOOR) private readonly parts: DoorParts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const opening = this.reflector.get<Opening | undefined>(OPENING, context.getHandler())
    if (!opening) throw new Problem('not-allowed', 'This is open to nobody.')
    const http = context.switchToHttp()
    const request = http.getRequest<SignedInRequest>()
    const policy = policyOn(this.parts.agreed.policies, dayOf(momentOf(this.parts.clock())))
    if (opening.to === 'anyone') {
      const signedIn = await whoAsks(request, this.parts.verify).catch(() => undefined)
      if (signedIn) this.showWho(http.getResponse<FastifyReply>(), signedIn, policy, request)
      return true
    }
    const signedIn = await whoAsks(request, this.parts.verify)
    request.signedIn = signedIn
    this.showWho(http.getResponse<FastifyReply>(), signedIn, policy, request)
    if (opening.to === 'reader') {
      const { permission = '' } = opening
      checkReader(signedIn.role, permission, policy)
      await this.checkSight(request, signedIn, policy, permission)
    }
    return true
  }

  private showWho(reply: FastifyReply, person: SignedIn, policy: Policy, { url }: SignedInRequest): void {
    const navigation = navigationFor(this.parts.places, person.role, policy, url.split('?')[0] ?? '')
    // So that no page shows a way to what would be refused.
    const may = (permission: string) => mayDo(policy, person.role, permission)
    reply.locals = { ...reply.locals, person: { ...person, name: person.name ?? person.id }, navigation, may }
  }

  /** A restricted record opens only to those whom it is open to now, and only once they have said what for. */
  private async checkSight(request: SignedInRequest, reader: SignedIn, policy: Policy, reading: string): Promise<void> {
    const { child } = request.params as { child?: string }
    if (!child) return
    const { person } = (await this.parts.histories.known(child)).history.state
    const restrictedTo = openTo(person, this.parts.clock())
    if (!restrictedTo) return
    request.purpose = purposeIn(request, child)
    const sight = maySee(reader, { restrictedTo }, policy, request.purpose, reading)
    if (sight === 'yes') return
    if ('no' in sight) throw new Problem('not-allowed', sight.no, [{ rule: sight.rule, message: sight.no }])
    throw new Problem('purpose-needed', 'This record is restricted. Say what you open it for.')
  }
}

function checkReader(role: string, permission: string, policy: Policy): void {
  if (mayDo(policy, role, permission)) return
  const message = `This ${forWhom(permission, role, policy)}`
  throw new Problem('not-allowed', message, [{ rule: 'role', message }])
}

/** In a browser it was said on a page before; a program says it with each request. */
function purposeIn({ headers, session }: SignedInRequest, child: string): string | undefined {
  const said = headers['x-purpose']
  return typeof said === 'string' ? said : session.purposes?.[child]
}
