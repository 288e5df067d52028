import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandAndWales2028 } from '@front-door/calendar'
import { historiesFrom, openKeys, openLog, recorderOf } from '@front-door/event-log'
import { follow } from '@front-door/feed'
import { defaultPolicy } from '@front-door/policy'
import { openRows, projector, rowsFile } from '@front-door/read-models'
import { simulate } from '@front-door/simulation'

const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

/** An invented council's record, and its rows as the projector keeps them. */
export async function inventedCouncil(folder = mkdtempSync(join(tmpdir(), 'front-door-'))) {
  const log = openLog(folder, { walBytes: 0 })
  const keys = openKeys(folder, new Uint8Array(32).fill(7))
  const sources = { log, keys, histories: historiesFrom(log), agreed }
  const rows = await openRows(rowsFile(folder))
  return {
    ...{ folder, sources, rows },
    /** Tells of so many children in two years: always the same ones of a seed. */
    tell: (children: number, seed = 7) =>
      simulate({
        recorder: (newId) => recorderOf({ log, keys, world: { ...agreed, newId } }),
        ...{ agreed, children, seed, years: 2, until: '2026-09-30' },
      }),
    async project() {
      const following = follow(log, projector({ ...sources, rows }))
      await following.reached(await log.end())
      return following
    },
    async close() {
      await rows.close()
      await log.close()
      await keys.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type InventedCouncil = Awaited<ReturnType<typeof inventedCouncil>>
