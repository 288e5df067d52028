import { englandAndWales2028 } from '@front-door/calendar'
import { type Agreed, type History, eventsOf } from '@front-door/case-flow'
import { defaultPolicy } from '@front-door/policy'
import type { RowStore } from '@front-door/read-models'
import { afterEach } from '@jest/globals'
import { type Asked, type Populations, countFigures } from '../src/index.js'
import { deriveRows } from '../src/rows/derive.js'

export const agreed: Agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

let position = 0
let opened: RowStore[] = []
afterEach(async () => {
  for (const rows of opened) await rows.close()
  opened = []
})

interface Circumstances {
  /** The instant it is asked at. */
  readonly now?: string
  readonly populations?: Populations
  readonly agreed?: Agreed
}

/** The figures of some children's histories, counted from rows in a store as in the running program. */
export function figuresOf(histories: () => readonly History[], circumstances: Circumstances = {}) {
  const { now = '2026-11-20T12:00:00.000Z', populations = {} } = circumstances
  const here = circumstances.agreed ?? agreed
  async function* every() {
    yield* histories()
  }
  const count = countFigures({
    live: async () => {
      const rows = await deriveRows(every(), here, undefined)
      opened.push(rows)
      return { rows, position: ++position }
    },
    end: async () => ++position,
    async *since() {
      yield histories().flatMap(eventsOf)
    },
    histories: every,
    agreed: here,
    populations,
    now: () => now,
  })
  return {
    ...count,
    /** One figure of a period. */
    async of(id: string, from: string, to: string, more: Partial<Asked> = {}) {
      const [figure] = await count.figures({ from, to, ids: [id], ...more })
      if (!figure) throw new Error(`There is no figure ${id}.`)
      return figure
    },
    /** The cases of one figure. */
    async casesOf(id: string, from: string, to: string, more: Partial<Asked> = {}) {
      return count.cases(id, { from, to, ...more }, { limit: 1_000 })
    },
  }
}
