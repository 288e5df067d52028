import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { historiesFrom, openLog } from '@front-door/event-log'
import { line, median, secondsOf } from './measure.js'
import { openMinimal } from './minimal.js'

const ROUNDS = 5

/** Events per second, of one round after the other. */
interface Rates {
  readonly real: readonly number[]
  readonly minimal: readonly number[]
}

/**
 * The whole log read and folded into every child's history, beside a scan with JSON.parse and a trivial fold. In a
 * thread of its own, as rows are derived: what was kept for decisions is not in the way of either.
 */
export async function wholeLog(folder: string): Promise<readonly string[]> {
  const { real, minimal } = await new Promise<Rates>((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: folder })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  const ratios = real.map((rate, round) => rate / (minimal[round] ?? 1))
  return [line('whole log read with fold, events/s', median(real), median(minimal), ratios, 0.8)]
}

async function rates(folder: string): Promise<Rates> {
  const log = openLog(folder)
  const theirs = openMinimal(folder)
  const histories = historiesFrom(log)
  const real: number[] = []
  const minimal: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let events = 0
    const scanning = await secondsOf(() => (events = theirs.scan()))
    minimal.push(events / scanning)
    const folding = await secondsOf(async () => {
      events = 0
      for await (const history of histories.every()) events += history.version
    })
    real.push(events / folding)
  }
  theirs.close()
  await log.close()
  return { real, minimal }
}

if (!isMainThread) void rates(String(workerData)).then((reached) => parentPort?.postMessage(reached))
