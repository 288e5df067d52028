import { dayOf } from '@front-door/calendar'
import type { Clock } from '@front-door/case-flow'
import { dayOrNull } from './days.js'
import type { TimescaleTable } from './course-tables.js'
import type { Telling } from './telling.js'

export function timescaleRows({ child, clocks, referralOf }: Telling): readonly TimescaleTable[] {
  const spans = new Map<string, number>()
  return clocks.map((clock) => {
    const key = `${clock.clock} ${clock.kind} ${clock.about}`
    const number = (spans.get(key) ?? 0) + 1
    spans.set(key, number)
    return {
      child: child.id,
      clock: clock.clock,
      kind: clock.kind,
      item: clock.about,
      referral: referralOf(clock.about),
      number,
      start: dayOf(clock.start),
      stop: dayOrNull(clock.stop),
      due: dayOrNull(clock.due?.due),
      elapsed: clock.stop === undefined ? null : (clock.elapsed ?? null),
      met: met(clock),
      off: Number(clock.state === 'off'),
    }
  })
}

function met({ state }: Clock): number | null {
  return state === 'met' ? 1 : state === 'missed' ? 0 : null
}
