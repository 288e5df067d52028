import type { ChildEvent } from '@front-door/case-flow'
import type { TrailTable } from './course-tables.js'
import type { Telling } from './telling.js'

/** Lines in one row. One more decision makes the last row of the trail another, and leaves those before. */
const TOGETHER = 50

export function trailRows({ child, recorded }: Telling): readonly TrailTable[] {
  const rows: TrailTable[] = []
  for (let at = 0; at < recorded.length; at += TOGETHER)
    rows.push({
      child: child.id,
      first: at + 1,
      lines: JSON.stringify(recorded.slice(at, at + TOGETHER).map(lineOf)),
    })
  return rows
}

/** In the order in which the view `trail_line` names them, after the child and the number. */
function lineOf({ id, type, occurredAt, recordedAt, worker, data }: ChildEvent): readonly (string | null)[] {
  const corrects = type === 'DecisionCorrected' && 'event' in data ? data.event : null
  return [id, type, occurredAt, recordedAt, worker.id, worker.role, worker.team, corrects]
}
