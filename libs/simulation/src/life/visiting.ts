import { visits } from '../calibration.js'
import type { Range, Weighted } from '../chance/chance.js'
import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, ageAt, isUnborn, lastEvent } from '../family/member.js'
import { writing } from '../words/writing.js'
import { withdraw } from './correction.js'
import { caseWorker } from './people.js'

type PlanOf = (member: Member) => string | undefined

/** Visits under a plan, as long as it is open. A child who was not seen is visited again within days. */
export function* visiting(
  family: Family,
  members: readonly Member[],
  planOf: PlanOf,
  from: number,
  between: Weighted<Range>,
): Life {
  const { chance, hours } = family
  for (let at = from; ;) {
    at = hours.later(at, chance.whole(chance.among(between)), chance)
    yield* wait(at)
    if (!members.some(planOf)) return
    const seen = !chance.is(visits.notSeen)
    family.also(visit(family, members, planOf, at, seen))
    if (seen) continue
    at = hours.later(at, chance.whole([0, 2]), chance)
    family.also(visit(family, members, planOf, at, true))
  }
}

/** One visit to all the children. Now and then it is entered twice, and one of the two is withdrawn when that is seen. */
function* visit(family: Family, members: readonly Member[], planOf: PlanOf, at: number, seen: boolean): Life {
  const { chance } = family
  const words = writing(family)
  const now = new Map(members.map((member) => [member, planOf(member)]))
  const deed = {
    act: 'make-visit' as const,
    by: caseWorker(family, members, at),
    at,
    about: members,
    entry: 'field' as const,
    input: on(
      (member) => (planOf(member) === now.get(member) ? planOf(member) : undefined),
      (plan, member) => {
        const there = seen && !isUnborn(member)
        const alone = there && ageAt(family, member, at) >= 4 ? { alone: chance.is(visits.alone) } : {}
        const bedroom = there ? { bedroom: chance.is(visits.bedroom) } : {}
        return { plan, seen: there, ...alone, ...bedroom, note: words(there ? 'visit' : 'visit-not-seen', member) }
      },
    ),
  }
  yield* does(family, deed)
  if (!chance.is(visits.twice)) return
  const again = yield* does(family, deed)
  for (const member of again) family.also(withdraw(family, member, lastEvent(member, 'PlanVisitMade')))
}
