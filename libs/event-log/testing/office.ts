import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandAndWales2028 } from '@front-door/calendar'
import type { ActName, ChildId, Command, InputOfAct } from '@front-door/case-flow'
import { type Role, defaultPolicy } from '@front-door/policy'
import { historiesFrom } from '../src/histories.js'
import type { Performed, Recorded } from '../src/performed.js'
import { recorderOf } from '../src/recorder.js'
import { openLog } from '../src/sqlite/log.js'
import { openKeys } from '../src/words/sqlite-keys.js'

export interface Circumstances {
  readonly id?: string
  readonly fingerprint?: string
  readonly as?: Role
  readonly expected?: ReadonlyMap<ChildId, number>
}

const master = new Uint8Array(32).fill(7)
let ids = 0
let now = Date.parse('2025-06-02T08:00:00.000Z')

export const later = () => new Date((now += 60_000)).toISOString()
export const world = {
  policies: [defaultPolicy],
  calendars: [englandAndWales2028],
  newId: () => `id-${++ids}`,
}

/** An office at work on a data folder: everything real, its clock and ids made up. Several may share a folder. */
export function office(folder = mkdtempSync(join(tmpdir(), 'front-door-'))) {
  const log = openLog(folder, { walBytes: 0 })
  const keys = openKeys(folder, master)
  const histories = historiesFrom(log)
  const recorder = recorderOf({ log, keys, world, histories })
  const perform = (command: Command, on: Circumstances = {}): Promise<Performed> =>
    recorder.perform(command, on.fingerprint ?? 'asked', on.expected)
  return {
    folder,
    log,
    keys,
    histories,
    recorder,
    perform,
    ask: <N extends ActName>(child: ChildId, act: N, input: InputOfAct<N>, on: Circumstances = {}) =>
      perform(command(child, act, input, on), on),
    /** Does it, or fails the test with why it could not be done. */
    async do<N extends ActName>(
      child: ChildId,
      act: N,
      input: InputOfAct<N>,
      on: Circumstances = {},
    ): Promise<Recorded> {
      return recorded(await perform(command(child, act, input, on), on))
    },
    /** The id of the latest contact or referral of a child. */
    async the(kind: 'contacts' | 'referrals', child: ChildId): Promise<string> {
      return (await histories.current(child)).history.state[kind].at(-1)?.id ?? ''
    },
    async close() {
      await log.close()
      await keys.close()
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Office = ReturnType<typeof office>

export function command<N extends ActName>(
  child: ChildId,
  act: N,
  input: InputOfAct<N>,
  { id = `command-${++ids}`, as }: Circumstances = {},
): Command {
  const role = as ?? defaultPolicy.may[act]?.find((each) => each !== 'business-support') ?? 'administrator'
  return { id, act, worker: { id: `the-${role}`, role, team: 'MASH' }, now: later(), children: [{ child, input }] }
}

export function recorded(performed: Performed): Recorded {
  if (performed.outcome !== 'recorded') throw new Error(JSON.stringify(performed))
  return performed
}
