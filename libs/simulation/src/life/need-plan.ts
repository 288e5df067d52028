import { need } from '../calibration.js'
import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, comesOfAge, isAlive, openCinPlan, openProtectionPlan, openReferral } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { passOn } from './allocation.js'
import { closeCase } from './closing.js'
import { behind } from './outcomes.js'
import { caseManager, caseWorker } from './people.js'
import type { Onward } from './onward.js'
import { visiting } from './visiting.js'

const idOf = (member: Member) => openCinPlan(member)?.id

/** A child in need plan: visits and reviews, until a review ends it, or finds that it is worse than was thought. */
export function* needPlan(family: Family, members: readonly Member[]): Life<Onward> {
  const { chance, hours } = family
  let last = yield* start(family, members)
  for (let held = 0; ; held++) {
    const days = chance.among(held === 0 ? need.firstReview : need.nextReview)
    last = hours.onDay(hours.dayOf(last + chance.whole(days) * DAY), chance)
    yield* grownUp(family, members, last)
    yield* wait(last)
    const still = members.filter(idOf)
    if (still.length === 0) return 'ended'
    if (chance.is(need.moves)) {
      yield* endPlan(family, still, last, 'MOVED')
      return 'moved'
    }
    const worse = chance.is(behind(still) === 'plan' ? need.worseAfterPlan : need.worse)
    const ends = !worse && chance.is(need.ends[held] ?? 0.4)
    yield* review(family, still, last, ends)
    if (worse) return 'worse'
    if (ends) return chance.among(need.then)
  }
}

/** Where none is open. Gives when it began, or now. */
function* start(family: Family, members: readonly Member[]): Life<number> {
  const { chance, hours } = family
  const at = hours.later(hours.whenOpen(family.now, chance), chance.whole([0, 6]), chance)
  const words = writing(family)
  const began = yield* does(family, {
    act: 'start-cin-plan',
    by: caseWorker(family, members, at),
    at,
    about: members,
    input(member) {
      const referral = openReferral(member)?.id
      const planned = openCinPlan(member) ?? openProtectionPlan(member)
      const left = !isAlive(member) || comesOfAge(family, member) < at + DAY
      return referral === undefined || planned || left ? undefined : { referral, agreed: words('agreed', member) }
    },
  })
  if (began.length === 0) return family.now
  family.also(visiting(family, began, idOf, at, need.visits))
  family.also(passOn(family, began, at))
  return at
}

function* review(family: Family, about: readonly Member[], at: number, ends: boolean): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'review-cin-plan',
    by: family.chance.is(0.5) ? caseManager(family, about, at) : caseWorker(family, about, at),
    at,
    about,
    // Nobody goes on visiting under a plan that has ended.
    entry: ends ? 'at-once' : 'prompt',
    input: on(idOf, (plan, member) => ({
      plan,
      outcome: ends ? 'END' : 'CONTINUE',
      reason: words(ends ? 'review-ends' : 'review-continues', member),
    })),
  })
}

function* endPlan(family: Family, about: readonly Member[], at: number, ending: 'ADULT' | 'MOVED'): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'end-cin-plan',
    by: caseWorker(family, about, at),
    at,
    about,
    entry: 'at-once',
    input: on(idOf, (plan, member) => ({ plan, ending, reason: words(`plan-${ending}`, member) })),
  })
}

/** Those who turn 18 before the next review leave the plan on their birthday, if they have one, and their case closes. */
function* grownUp(family: Family, members: readonly Member[], before: number): Life {
  for (const member of members) {
    const at = Math.max(comesOfAge(family, member), family.now)
    if (at > before || openReferral(member) === undefined) continue
    yield* endPlan(family, [member], at, 'ADULT')
    family.also(closeCase(family, [member], 'adult'))
  }
}
