import type { Command } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'
import type { Chance } from '../chance/chance.js'
import type { Ids } from '../chance/ids.js'
import type { Tally } from '../summary.js'
import type { Asked } from './family.js'
import type { Member } from './member.js'

/** A command was refused that should not have been, or recorded that should have been refused: a fault of the simulation. */
export class Implausible extends Error {
  constructor(
    readonly command: Command,
    readonly why: string,
    told: string,
  ) {
    const about = command.children.map(({ child }) => child).join(', ')
    super(`${told}: ${command.act} about ${about}, on ${command.occurredAt}, recorded ${command.now}: ${why}`)
  }
}

/** Who performs a family's commands, and with what. */
export interface Performing {
  readonly recorder: Recorder
  readonly ids: Ids
  readonly chance: Chance
  readonly clock: { now: number }
  /** The record of every child id that commands may be about. */
  readonly members: ReadonlyMap<string, Member>
  readonly tally: Tally
  /** Which story is told: the seed and the number of the family. */
  readonly told: string
}

/** Has it recorded, and moves the clock on by what it takes to write it down. */
export async function perform(performing: Performing, { provoked = false, ...asked }: Asked): Promise<void> {
  const { recorder, ids, clock, chance, members, tally, told } = performing
  const command: Command = { id: ids.nextCommand(), now: new Date(clock.now).toISOString(), ...asked }
  clock.now += chance.between([15_000, 75_000])
  const performed = await recorder.perform(command, `${asked.act} ${asked.occurredAt}`)
  if (performed.outcome === 'stale') throw new Implausible(command, 'the history has moved on.', told)
  if (performed.outcome === 'refused') {
    if (!provoked) throw new Implausible(command, performed.refusals.map(({ message }) => message).join(' '), told)
    count(tally.refused, asked.act)
    return
  }
  if (provoked) throw new Implausible(command, 'it was recorded, and should have been refused.', told)
  count(tally.acts, asked.act)
  for (const { child, history, events } of performed.children) {
    tally.events += events.length
    const member = members.get(child)
    if (member) member.history = history
  }
}

function count(acts: Tally['acts'], act: Command['act']): void {
  acts[act] = (acts[act] ?? 0) + 1
}
