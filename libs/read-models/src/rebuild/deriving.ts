import type { EventLog } from '@front-door/event-log'
import { type Range, type RangeRows, type Sources, rowsOfRange } from '../derive.js'

/** What derives the rows of ranges, and of how many at once: here, or in threads. */
export interface Deriving {
  readonly atOnce: number
  rowsOf(range: Range): Promise<RangeRows>
}

export const here = (sources: Sources): Deriving => ({ atOnce: 1, rowsOf: (range) => rowsOfRange(sources, range) })

/** Streams that are derived and written together. */
const STREAMS = 100

/** Every stream after one, so many at a time. */
async function* ranges(log: EventLog, from?: string): AsyncGenerator<Range> {
  let isBehind = from === undefined
  let after = from
  let streams: string[] = []
  for await (const page of log.streams())
    for (const stream of page) {
      if (isBehind) streams.push(stream)
      if (stream === from) isBehind = true
      if (streams.length < STREAMS) continue
      yield { after, until: stream }
      after = stream
      streams = []
    }
  const last = streams.at(-1)
  if (last !== undefined) yield { after, until: last }
}

/** Derives every stream after one, some ranges at once, in order: what is derived waits here, and no more than that. */
export async function* derivedInOrder(log: EventLog, { atOnce, rowsOf }: Deriving, from?: string) {
  const waiting: { readonly range: Range; readonly rows: Promise<RangeRows> }[] = []
  const first = async () => {
    const next = waiting.shift()
    return next && { range: next.range, rows: await next.rows }
  }
  for await (const range of ranges(log, from)) {
    const rows = rowsOf(range)
    // Whoever takes it hears of its error: until then it must not end the process.
    rows.catch(() => undefined)
    waiting.push({ range, rows })
    const done = waiting.length > atOnce ? await first() : undefined
    if (done) yield done
  }
  for (let done = await first(); done; done = await first()) yield done
}
