import type { openCouncil } from './council.js'
import { line, median } from './measure.js'

const CHILDREN = 30
const LENGTH = 300
/** Events of a child that a council has seeded. */
const BEGUN = 9

/** What the 5th, the 100th and the 300th event of one child cost, one caller, durable. */
export async function longHistory(ours: ReturnType<typeof openCouncil>, first: number): Promise<readonly string[]> {
  const took = new Map<number, number[]>()
  for (let child = first; child < first + CHILDREN; child++)
    for (let event = BEGUN + 1; event <= LENGTH; event++) {
      const start = performance.now()
      await ours.decide(child)
      took.set(event, [...(took.get(event) ?? []), (performance.now() - start) * 1_000])
    }
  const around = (event: number) =>
    median([...took].filter(([at]) => Math.abs(at - event) <= 5).flatMap(([, values]) => values))
  const [early, middle, late] = [around(BEGUN + 6), around(100), around(LENGTH - 5)]
  return [
    line('one more event: after 100, after 10 (µs)', middle, early, [middle / early], 1.5, true),
    line('one more event: after 300, after 10 (µs)', late, early, [late / early], 1.5, true),
  ]
}
