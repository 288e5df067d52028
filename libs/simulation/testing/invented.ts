import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandAndWales2028 } from '@front-door/calendar'
import { type OpenEvent, START, historiesFrom, openKeys, openLog, recorderOf, verify } from '@front-door/event-log'
import { defaultPolicy } from '@front-door/policy'
import { type Simulation, simulate } from '../src/index.js'

export const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

/** Dates that are the same whenever the tests are run. */
export const UNTIL = '2026-09-30'

type Differing = Partial<Pick<Simulation, 'children' | 'years' | 'seed' | 'concurrency' | 'share' | 'staff'>>

/** A record with nothing in it, in a folder of its own, on the real embedded stores; and what simulations add to it. */
export function emptyRecord() {
  const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
  const log = openLog(folder, { walBytes: 0 })
  const keys = openKeys(folder, new Uint8Array(32).fill(7))
  const recorder: Simulation['recorder'] = (newId) => recorderOf({ log, keys, world: { ...agreed, newId } })
  return {
    simulate: (differing: Differing = {}) =>
      simulate({ recorder, agreed, children: 60, years: 2, seed: 7, until: UNTIL, ...differing }),
    events: async () => (await listOf(log.readOpen(START))).flat(),
    histories: () => listOf(historiesFrom(log).every()),
    verified: () => verify(log),
    async close() {
      await log.close()
      await keys.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Invented = ReturnType<typeof emptyRecord>

/** The open part of every event by its stream. Where a stream stands beside others in the log is left to chance. */
export function byStream(events: readonly OpenEvent[]): ReadonlyMap<string, readonly Omit<OpenEvent, 'position'>[]> {
  const streams = new Map<string, Omit<OpenEvent, 'position'>[]>()
  for (const { position: _, ...event } of events)
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
  return streams
}

async function listOf<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const one of source) list.push(one)
  return list
}
