import { Body, Controller, Get, Headers, HttpStatus, Param, Post, Res } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger'
import { type ActName, flow, isActName } from '@front-door/case-flow'
import { ForSignedIn, Problem, Worker, summed } from '@front-door/door'
import { Inject } from '@nestjs/common'
import type { Performed } from '@front-door/event-log'
import type { SignedIn } from '@front-door/identity'
import type { FastifyReply } from 'fastify'
import { PARTS, type Parts } from '../parts.js'
import { type Asked, askedOfOne, askedOfSeveral } from './act-body.js'
import { actsInWords } from './acts-in-words.js'
import { commandId } from './command-id.js'
import { versionExpected } from './if-match.js'
import { nobodyAmong } from './nobody.js'
import { Perform } from './perform.js'
import { type Receipt, receiptOf } from './receipt.js'

/** Doing acts. Which there are, and what each takes, is in the flow: a route for each would be the same route again. */
@ApiTags('Acts')
@Controller('api')
export class ActsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PARTS) private readonly parts: Parts,
  ) {}

  @Get('acts')
  @ForSignedIn()
  @ApiOperation({ summary: 'Every act there is: what it takes, who may do it and when' })
  list(@Worker() { role }: SignedIn) {
    return actsInWords(this.parts.agreed, this.parts.clock(), role)
  }

  @Post('acts/:act')
  @ForSignedIn()
  @ApiExcludeEndpoint()
  async several(
    @Param('act') name: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const act = actNamed(name)
    const id = commandId(worker.id, key)
    return this.perform(id, act, askedOfSeveral(act, body, id), worker, reply)
  }

  @Post('children/:child/acts/:act')
  @ForSignedIn()
  @ApiExcludeEndpoint()
  async one(
    @Param('child') child: string,
    @Param('act') name: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Headers('if-match') ifMatch: string | undefined,
    @Worker() worker: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const act = actNamed(name)
    const version = versionExpected(ifMatch)
    const asked = askedOfOne(act, child, body)
    const expected = new Map(version === undefined ? [] : [[child, version]])
    return this.perform(commandId(worker.id, key), act, { ...asked, expected }, worker, reply)
  }

  private async perform(
    id: string,
    act: ActName,
    asked: Asked,
    worker: SignedIn,
    reply: FastifyReply,
  ): Promise<Receipt> {
    const nobody = await nobodyAmong(id, act, asked, this.parts.histories)
    if (nobody.length > 0) throw turnedDown({ outcome: 'refused', refusals: nobody }, asked)
    const performed = await this.commands.execute(new Perform(id, act, asked, worker))
    if (performed.outcome !== 'recorded') throw turnedDown(performed, asked)
    reply.status(performed.again ? HttpStatus.OK : HttpStatus.CREATED)
    if (performed.again) reply.header('Idempotent-Replayed', 'true')
    const [only, ...more] = performed.children
    if (only && more.length === 0 && only.child === asked.children[0]?.child) reply.header('ETag', `"${only.version}"`)
    return receiptOf(id, performed, this.parts.agreed, worker)
  }
}

function actNamed(name: string): ActName {
  if (isActName(name)) return name
  throw new Problem(
    'not-found',
    `There is no act called ${name.slice(0, 60)}. GET /api/acts lists them: ${Object.keys(flow).length} there are.`,
  )
}

/** Refused by a rule, by role, or because the record has moved on. */
function turnedDown(performed: Exclude<Performed, { outcome: 'recorded' }>, { children }: Asked): Problem {
  if (performed.outcome === 'stale') {
    const [first] = performed.children
    const detail = `${first?.child} is at version ${first?.actual}, not ${first?.expected}. Read it again and decide again.`
    return new Problem('stale', detail, [], {}, { children: performed.children })
  }
  const errors = performed.refusals.map(({ child, ...refusal }) => ({
    ...refusal,
    ...(children.length > 1 || child !== children[0]?.child ? { child } : {}),
  }))
  const kind = errors.some(({ rule }) => rule === 'role')
    ? 'not-allowed'
    : errors.every(({ rule }) => rule === 'unknown-child')
      ? 'not-found'
      : 'refused'
  return new Problem(kind, summed(errors), errors)
}
