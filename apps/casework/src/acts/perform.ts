import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Instant } from '@front-door/calendar'
import type { ActName, Command as ActCommand } from '@front-door/case-flow'
import type { Performed } from '@front-door/event-log'
import type { SignedIn } from '@front-door/identity'
import { PARTS, type Parts } from '../parts.js'
import type { Asked } from './act-body.js'
import { inBothRecords } from './both-records.js'
import { fingerprintOf } from './command-id.js'

/** Somebody does an act. */
export class Perform extends Command<Performed> {
  constructor(
    readonly id: string,
    readonly act: ActName,
    readonly asked: Asked,
    readonly worker: SignedIn,
  ) {
    super()
  }
}

/** Hands the act to the recorder, with the clock's time and the worker who signed in. */
@CommandHandler(Perform)
export class PerformHandler implements ICommandHandler<Perform> {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  async execute({ id, act, asked, worker }: Perform): Promise<Performed> {
    const { recorder, histories, fingerprints, clock } = this.parts
    const { occurredAt, children } = asked
    const fingerprint = fingerprintOf(fingerprints, id, act, { occurredAt, children })
    const whole = await inBothRecords(act, asked, histories)
    return recorder.perform(commandOf(id, act, whole, worker, clock()), fingerprint, whole.expected)
  }
}

/** The act as the domain takes it. */
export function commandOf(
  id: string,
  act: ActName,
  { occurredAt, children }: Asked,
  { id: worker, role, team }: SignedIn,
  now: Instant,
): ActCommand {
  return { id, act, worker: { id: worker, role, team }, occurredAt, now, children: children as ActCommand['children'] }
}
