import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandAndWales2028 } from '@front-door/calendar'
import type { ActName, ChildId, InputOfAct } from '@front-door/case-flow'
import { historiesFrom, openKeys, openLog, recorderOf } from '@front-door/event-log'
import { type Role, defaultPolicy } from '@front-door/policy'
import { openRows } from '../src/index.js'

export const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

interface Entry<N extends ActName> {
  readonly child: ChildId
  readonly input: InputOfAct<N>
}

/** A council's whole record in a folder of its own, on the real embedded stores. */
export async function council(folder = mkdtempSync(join(tmpdir(), 'front-door-'))) {
  let ids = 0
  let commands = 0
  let now = Date.parse('2026-06-01T08:00:00.000Z')
  const log = openLog(folder, { walBytes: 0 })
  const keys = openKeys(folder, new Uint8Array(32).fill(7))
  const histories = historiesFrom(log)
  const world = { ...agreed, newId: () => `id-${++ids}` }
  const recorder = recorderOf({ log, keys, histories, world })
  const rows = await openRows(join(folder, 'rows.db'))
  /** One act about several children. */
  const together = async <N extends ActName>(act: N, children: readonly Entry<N>[], role?: Role) => {
    const as = role ?? defaultPolicy.may[act]?.find((each) => each !== 'business-support') ?? 'administrator'
    const performed = await recorder.perform(
      {
        id: `command-${++commands}`,
        act,
        worker: { id: `the-${as}`, role: as, team: 'MASH' },
        now: new Date((now += 60_000)).toISOString(),
        children: children as readonly Entry<never>[],
      },
      '',
    )
    if (performed.outcome !== 'recorded') throw new Error(JSON.stringify(performed))
    return performed
  }
  return {
    folder,
    log,
    keys,
    histories,
    recorder,
    rows,
    agreed,
    together,
    do: <N extends ActName>(child: ChildId, act: N, input: InputOfAct<N>, role?: Role) =>
      together(act, [{ child, input }], role),
    async close() {
      await rows.close()
      await log.close()
      await keys.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
