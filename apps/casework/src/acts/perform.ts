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
    const performed = await recorder.perform(commandOf(id, act, whole, worker, clock()), fingerprint, whole.expected)
    // What was written in a duplicate's own record is part of the one that was kept, too, and is read anew.
    const written = performed.outcome === 'recorded' ? performed.children : []
    if (written.length > 0 && whole.expected.size > asked.expected.size)
      for (const { child } of whole.children) histories.forget(child)
    return performed
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
