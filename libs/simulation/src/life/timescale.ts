import type { TimescaleId } from '@front-door/policy'
import { mistakes } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { writing } from '../words/writing.js'
import { caseWorker } from './people.js'
import type { About } from './matter.js'

/** In working days. Working Together. */
const limits = { assessment: 45, conference: 15 } as const satisfies Partial<Record<TimescaleId, number>>

/** Where it took longer than it may, somebody writes down why: in about half of cases. */
export function* missed(
  family: Family,
  { members, idOf }: About,
  clock: keyof typeof limits,
  from: number,
  to: number,
): Life {
  const { chance, hours } = family
  if (hours.elapsed(from, to) <= limits[clock] || !chance.is(mistakes.explained)) return
  const at = hours.later(to, chance.whole([0, 3]), chance)
  const words = writing(family)
  yield* does(family, {
    act: 'record-missed-timescale',
    by: caseWorker(family, members, at),
    at,
    about: members,
    input: on(idOf, (about, member) => ({ clock, about, reason: words(`late-${clock}`, member) })),
  })
}
