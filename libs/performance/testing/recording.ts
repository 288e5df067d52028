import type { FreshEvent } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'

/** Records one child's history, of whom nothing was known, as an earlier system held it. */
export async function recordHistory(recorder: Recorder, events: readonly FreshEvent[]): Promise<void> {
  const [child = ''] = events.map((event) => event.child)
  const { outcome } = await recorder.recall(child, 0, events, `history-${child}`, child)
  if (outcome !== 'recorded') throw new Error(`${child} was not recorded: ${outcome}.`)
}
