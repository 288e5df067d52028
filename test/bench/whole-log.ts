import { type History, noHistory, remember } from '@front-door/case-flow'
import { type EventLog, START, childEvent, childOf } from '@front-door/event-log'
import { line, median, secondsOf } from './measure.js'
import type { openMinimal } from './minimal.js'

const ROUNDS = 5

/** The whole log read and folded into every child's history, beside a scan with JSON.parse and a trivial fold. */
export async function wholeLog(log: EventLog, theirs: ReturnType<typeof openMinimal>): Promise<readonly string[]> {
  const rates = { real: [] as number[], minimal: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    let events = 0
    const minimal = await secondsOf(() => (events = theirs.scan()))
    rates.minimal.push(events / minimal)
    const real = await secondsOf(async () => (events = await foldAll(log)))
    rates.real.push(events / real)
  }
  const ratios = rates.real.map((rate, round) => rate / (rates.minimal[round] ?? 1))
  return [line('whole log read with fold, events/s', median(rates.real), median(rates.minimal), ratios, 0.8)]
}

async function foldAll(log: EventLog): Promise<number> {
  const histories = new Map<string, History>()
  let events = 0
  for await (const page of log.readOpen(START))
    for (const stored of page) {
      const history = histories.get(stored.stream) ?? noHistory(childOf(stored.stream))
      histories.set(stored.stream, remember(history, childEvent(stored)))
      events++
    }
  return events
}
