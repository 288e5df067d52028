import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventsOf, historyOf } from '@front-door/case-flow'
import { childOf } from '@front-door/event-log'
import { type Projecting, ROWS, openRows, projector, rebuild, rowsFile, rowsOf } from '@front-door/read-models'
import { deriveInThreads } from '../../apps/front-door/src/rebuilding/deriving.js'
import { simulateInThreads } from '../../apps/front-door/src/simulating/simulating.js'
import { openRecord } from '../../apps/front-door/src/stores/record.js'
import { line, median, secondsOf } from './measure.js'
import { openMinimalRows } from './minimal-rows.js'

/** About 32 events each: more than a million. */
const CHILDREN = Number(process.env['FRONT_DOOR_BENCH_CHILDREN'] ?? 32_000)
const ROUNDS = 3
const DECISIONS = 2_000

/** All rows derived anew from a whole log, beside one upsert for each event read; and one decision taken into the rows. */
export async function rows(print: (line: string) => void): Promise<void> {
  const data = mkdtempSync(join(process.env['FRONT_DOOR_BENCH'] ?? tmpdir(), 'front-door-bench-'))
  const where = { data, masterKey: undefined, policy: undefined, calendar: undefined }
  try {
    const asked = { children: CHILDREN, years: 4, seed: 1, until: '2026-09-30' }
    const made = await secondsOf(() => simulateInThreads(where, asked, () => undefined))
    const record = openRecord(where)
    const live = await openRows(rowsFile(data))
    const events = await record.log.end()
    print(`${events.toLocaleString('en-GB')} events of an invented council, made in ${Math.round(made)} s.`)
    print(
      'The minimal one is test/bench/minimal-rows.ts: scan, JSON.parse, one upsert an event, a commit a thousand.\n',
    )
    const theirs = await openMinimalRows(data, record.log)
    const deriving = deriveInThreads(where)
    const ours: number[] = []
    const minimal: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      minimal.push(events / (await secondsOf(() => theirs.project())))
      ours.push(events / (await secondsOf(() => rebuild(record, { folder: data, deriving }))))
    }
    await deriving.close()
    theirs.close()
    const ratios = ours.map((rate, round) => rate / (minimal[round] ?? 1))
    print(`${''.padEnd(44)}${'ours'.padStart(10)}${'minimal'.padStart(11)}   ratio (range)`)
    print(line('all rows derived anew, events/s', median(ours), median(minimal), ratios, 0.5))
    print(`${'memory at most, MB'.padEnd(44)}${peak().padStart(10)}`)
    print(await oneByOne({ ...record, rows: live }))
    await live.close()
    await record.close()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const peak = () => String(Math.round(process.resourceUsage().maxRSS / 1_024))

/** The last event of a child taken in alone, as it comes from one decision: the rows stand as they did before it. */
async function oneByOne(into: Projecting): Promise<string> {
  const consumer = projector(into)
  const took: number[] = []
  // A checkpoint never goes back: each decision comes as the next one after all that the rows hold.
  let upTo = await into.rows.checkpoint(ROWS)
  for await (const page of into.log.streams())
    for (const stream of page.slice(0, DECISIONS - took.length)) {
      const { history } = await into.histories.current(childOf(stream))
      const { mergedInto, mergedFrom } = history.state.person
      // Before its last event a merged record may have been two.
      if (mergedInto !== undefined || mergedFrom.length > 0) continue
      const before = historyOf(history.child, eventsOf(history).slice(0, -1))
      await into.rows.replace(ROWS, 1, [{ child: history.child, rows: rowsOf(before, {}, into.agreed) }])
      const [last] = await into.log.readStream(stream, history.version - 1)
      if (!last) continue
      const start = performance.now()
      await consumer.take([last], ++upTo)
      took.push(performance.now() - start)
    }
  took.sort((one, other) => one - other)
  const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(1)
  return `${'one decision taken into the rows, ms p99'.padEnd(44)}${at(0.99).padStart(10)}${''.padStart(11)}   p50 ${at(0.5)} ms`
}
