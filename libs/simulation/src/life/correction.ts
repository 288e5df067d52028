import type { ChildEvent } from '@front-door/case-flow'
import { mistakes } from '../calibration.js'
import { does } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isMerged } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { instead } from './instead.js'
import { businessSupport, caseManager, caseWorker } from './people.js'

/** Something was written down wrongly. It is noticed hours or weeks later, and put right. */
export function* correct(family: Family, member: Member, event: ChildEvent): Life {
  const changed = instead(family, member, event)
  if (!changed) return
  const at = noticed(family)
  const byBusinessSupport = event.worker.role === 'business-support' || family.chance.is(0.3)
  yield* does(family, {
    act: 'correct-decision',
    by: byBusinessSupport ? businessSupport(family, at) : caseWorker(family, [member], at),
    at,
    about: [member],
    input: () =>
      isMerged(member) ? undefined : { event: event.id, changed, reason: writing(family)('correction', member) },
  })
}

/** It should not have been written down at all. */
export function* withdraw(family: Family, member: Member, event: ChildEvent | undefined): Life {
  if (!event) return
  const at = noticed(family)
  yield* does(family, {
    act: 'correct-decision',
    by: caseManager(family, [member], at),
    at,
    about: [member],
    input: () =>
      isMerged(member)
        ? undefined
        : { event: event.id, withdrawn: true, reason: writing(family)('withdrawal', member) },
  })
}

function noticed({ chance, hours, now }: Family): number {
  return hours.whenOpen(now + chance.between(chance.among(mistakes.afterDays)) * DAY, chance)
}
