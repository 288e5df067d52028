import type { TrailTable } from './course-tables.js'
import type { Telling } from './telling.js'

export function trailRows({ child, recorded }: Telling): readonly TrailTable[] {
  return recorded.map(({ id, type, occurredAt, recordedAt, worker, data }, at) => ({
    event: id,
    child: child.id,
    number: at + 1,
    type,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    worker: worker.id,
    role: worker.role,
    team: worker.team,
    corrects: type === 'DecisionCorrected' && 'event' in data ? data.event : null,
  }))
}
