import { millisOf } from '@front-door/calendar'
import { protection } from '../calibration.js'
import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, comesOfAge, openProtectionPlan, openReferral } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { passOn } from './allocation.js'
import { closeCase } from './closing.js'
import { caseManager, caseWorker } from './people.js'
import type { Onward } from './onward.js'
import { visiting } from './visiting.js'

type Ending = 'LOOKED_AFTER' | 'MOVED' | 'ADULT'

const idOf = (member: Member) => openProtectionPlan(member)?.id

/** A child protection plan: visits and reviews, until a review ends it or the child leaves. The conference began it. */
export function* protectionPlan(family: Family, members: readonly Member[]): Life<Onward> {
  const { chance, hours } = family
  const start = millisOf(members.map(openProtectionPlan).find((plan) => plan)?.openedAt ?? hours.dayOf(family.now))
  family.also(visiting(family, members, idOf, start, protection.visits))
  family.also(passOn(family, members, start))
  let last = start
  for (let held = 0; ; held++) {
    const days = chance.among(held === 0 ? protection.firstReview : protection.nextReview)
    last = hours.onDay(hours.dayOf(last + chance.whole(days) * DAY), chance)
    yield* grownUp(family, members, last)
    yield* wait(last)
    const still = members.filter(idOf)
    if (still.length === 0) return 'ended'
    if (chance.is(protection.leavesCare)) return yield* leave(family, still, last, 'LOOKED_AFTER')
    if (chance.is(protection.moves)) return yield* leave(family, still, last, 'MOVED')
    const ends = chance.is(protection.ends[held] ?? 0.55)
    yield* review(family, still, last, ends)
    if (ends) return chance.among(protection.then)
  }
}

function* review(family: Family, about: readonly Member[], at: number, ends: boolean): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'review-protection-plan',
    by: family.chance.is(0.6) ? caseManager(family, about, at) : caseWorker(family, about, at),
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

function* leave(family: Family, about: readonly Member[], at: number, ending: Ending): Life<Onward> {
  yield* endPlan(family, about, at, ending)
  return ending === 'MOVED' ? 'moved' : 'care'
}

function* endPlan(family: Family, about: readonly Member[], at: number, ending: Ending): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'end-protection-plan',
    by: caseManager(family, about, at),
    at,
    about,
    entry: 'at-once',
    input: on(idOf, (plan, member) => ({ plan, ending, reason: words(`plan-${ending}`, member) })),
  })
}

/** Those who turn 18 before the next review leave the plan on their birthday, if they have one, and their case closes. */
function* grownUp(family: Family, members: readonly Member[], before: number): Life {
  for (const member of members) {
    const birthday = comesOfAge(family, member)
    if (birthday > before || openReferral(member) === undefined) continue
    yield* endPlan(family, [member], Math.max(birthday, family.now), 'ADULT')
    family.also(closeCase(family, [member], 'adult'))
  }
}
