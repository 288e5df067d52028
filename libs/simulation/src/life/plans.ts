import { wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isUnfinished, openReferral } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { closeCase } from './closing.js'
import { enquire } from './enquiry.js'
import { needPlan } from './need-plan.js'
import type { Closing, Onward } from './onward.js'
import { protectionPlan } from './protection-plan.js'

/** One plan after the other, as long as there is need for them, and what the case ends with. */
export function* plans(family: Family, members: readonly Member[], first: Onward): Life {
  let next = first
  for (;;) {
    const still = members.filter((member) => openReferral(member) !== undefined)
    if (still.length === 0) return
    if (next === 'need') next = yield* needPlan(family, still)
    else if (next === 'protection') next = yield* protectionPlan(family, still)
    else if (next === 'worse') next = yield* worse(family, still)
    else if (next === 'ended') return
    else return yield* end(family, still, next)
  }
}

/** Where the enquiry comes to nothing, the child in need plan goes on. */
function* worse(family: Family, members: readonly Member[]): Life<Onward> {
  const conference = !members.some(movedHere) && family.chance.is(0.5)
  const found = yield* enquire(family, members, { at: family.now, started: false, conference })
  return found === 'protection' ? 'protection' : 'need'
}

/** The rules know one conference of a referral that began with a transfer-in: the second would contradict the first plan. */
const movedHere = (member: Member) => openReferral(member)?.outcome === 'CP_TRANSFER_IN'

function* end(family: Family, members: readonly Member[], how: 'early-help' | Closing): Life {
  while (members.some(isUnfinished)) yield* wait(family.now + DAY)
  if (how === 'early-help') return family.follow({ to: 'step-down', members, at: family.now })
  yield* closeCase(family, members, how)
}
