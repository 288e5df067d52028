import { enquiries } from '../calibration.js'
import { organisations } from '../council/places.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { undecidedReferral } from '../family/member.js'
import { MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { allocate } from './allocation.js'
import { conferMovedIn } from './conference.js'
import { businessSupport, mashManager } from './people.js'
import { plans } from './plans.js'
import { register } from './registering.js'

/** A family moves here, and another council tells that its children are on a plan: there is a conference here too. */
export function* movedIn(family: Family, noticed: number): Life {
  const { chance, hours, members } = family
  const at = hours.whenOpen(noticed, chance)
  const words = writing(family)
  const agency = chance.pick(organisations.otherAuthority)
  yield* register(family, at)
  yield* does(family, {
    act: 'receive-referral',
    by: businessSupport(family, at),
    at: at + 5 * MINUTE,
    about: members,
    input: (member) => ({ source: '5C', agency, need: 'N1', concern: words('moved-in', member) }),
  })
  const decided = hours.later(at + 10 * MINUTE, chance.is(0.7) ? 0 : 1, chance)
  yield* does(family, {
    act: 'decide-referral',
    by: mashManager(family, decided),
    at: decided,
    about: members,
    input: on(
      (member) => undecidedReferral(member)?.id,
      (referral, member) => ({
        referral,
        outcome: 'CP_TRANSFER_IN',
        need: 'N1',
        reason: words('referral-CP_TRANSFER_IN', member),
      }),
    ),
  })
  yield* allocate(family, members, decided)
  yield* conferMovedIn(family, members, hours.later(at, chance.whole(chance.among(enquiries.held)), chance))
  yield* plans(family, members, 'protection')
}
