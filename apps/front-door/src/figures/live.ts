import { RowsBehind } from '@front-door/performance'
import type { Live } from './record.js'

/** The rows follow the log within moments; after a change of their shape they are derived anew, which takes longer. */
const PATIENCE = 10_000
const LOOKING_AGAIN = 20

/** The live rows as soon as they hold all that was recorded when they were asked for. Rejects with `RowsBehind`. */
export const onceUpWith: Live = async (log, rows) => {
  const end = await log.end()
  const until = Date.now() + PATIENCE
  for (;;) {
    const position = await rows.checkpoint('rows')
    if (position >= end) return { rows, position }
    if (Date.now() > until) throw new RowsBehind(end - position)
    await new Promise((resolve) => setTimeout(resolve, LOOKING_AGAIN))
  }
}

/**
 * The live rows where they hold all that was recorded; where nobody keeps them up, rows that are derived for this
 * question alone. A figure is never wrong because a program was not running.
 */
export const orDerived =
  (say: (text: string) => void): Live =>
  async (log, rows, derive) => {
    const [end, position] = [await log.end(), await rows.checkpoint('rows')]
    if (position >= end) return { rows, position }
    say(`The lists are ${end - position} events behind the record: the figures are counted from the record itself.`)
    return { rows: await derive(), position: end }
  }
