import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import {
  type Member,
  isAlive,
  isKnown,
  isUnborn,
  lastContact,
  openAssessment,
  openCinPlan,
  openEnquiry,
  openProtectionPlan,
  openReferral,
  openStepDown,
  undecidedReferral,
} from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { businessSupport, caseManager } from './people.js'

/** A child dies: its plan ends that day, and its case is closed. */
export function* death(family: Family, member: Member): Life {
  const { chance, hours, noticed } = family
  const at = noticed + chance.between([20, 900]) * DAY
  yield* wait(at)
  const busy = [openAssessment, openEnquiry, openStepDown, undecidedReferral].some((open) => open(member))
  if (!isKnown(member) || isUnborn(member) || !isAlive(member) || busy || lastContact(member)?.stage !== 'decided')
    return
  const words = writing(family)
  const deathDate = hours.dayOf(at)
  const by = caseManager(family, [member], at)
  const about = [member]
  // Nobody is told of as visited after that.
  const deed = { at, about, entry: 'at-once' as const }
  yield* does(family, { ...deed, act: 'record-death', by: businessSupport(family, at), input: () => ({ deathDate }) })
  const ends = (plan: string) => ({ plan, ending: 'DIED' as const, reason: words('plan-DIED', member) })
  yield* does(family, {
    ...deed,
    act: 'end-protection-plan',
    by,
    input: on((each) => openProtectionPlan(each)?.id, ends),
  })
  yield* does(family, { ...deed, act: 'end-cin-plan', by, input: on((each) => openCinPlan(each)?.id, ends) })
  yield* does(family, {
    act: 'close-case',
    by,
    at: hours.later(at, chance.whole([5, 25]), chance),
    about,
    input: on(
      (each) => openReferral(each)?.id,
      (referral) => ({ referral, closure: 'RC2', reason: words('closing-died', member) }),
    ),
  })
}
