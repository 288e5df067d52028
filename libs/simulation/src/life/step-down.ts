import { earlyHelp, oversight } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, openReferral, openStepDown } from '../family/member.js'
import { HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { closeCase } from './closing.js'
import { helperOf } from './early-help.js'
import { overseen } from './oversight.js'
import { caseWorker, earlyHelper } from './people.js'

const idOf = (member: Member) => openStepDown(member)?.id

/** A step-down to early help: proposed, where the decision on the referral did not propose it, and answered. */
export function* stepDown(family: Family, members: readonly Member[], from: number): Life {
  const { chance, hours } = family
  const at = hours.later(hours.whenOpen(from, chance), chance.whole([0, 4]), chance)
  yield* propose(family, members, at)
  const about = members.filter(idOf)
  if (chance.is(oversight.stepDown)) yield* overseen(family, 'case', about, idOf, at + HOUR / 2, proposers(about))
  const answered = hours.later(at + HOUR, chance.whole(chance.among(earlyHelp.answers)), chance)
  if (!chance.is(earlyHelp.declined)) return yield* accept(family, about, answered)
  yield* decline(family, about, answered)
  const open = about.filter(openReferral)
  if (open.length > 0) yield* closeCase(family, open, 'close')
}

/** Nobody looks over what they proposed themselves. */
function proposers(about: readonly Member[]): readonly string[] {
  return about.flatMap((member) => openStepDown(member)?.proposedBy ?? [])
}

function* propose(family: Family, members: readonly Member[], at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'propose-step-down',
    by: caseWorker(family, members, at),
    at,
    about: members,
    input: on(
      (member) => openReferral(member)?.id,
      (referral, member) =>
        openStepDown(member)
          ? undefined
          : { referral, actions: words('actions', member), reason: words('step-down', member) },
    ),
  })
}

/** The case closes, and early help goes on with what was agreed. */
function* accept(family: Family, about: readonly Member[], at: number): Life {
  const { chance } = family
  const words = writing(family)
  const helper = helperOf(family)
  const accepted = yield* does(family, {
    act: 'accept-step-down',
    by: earlyHelper(family, at),
    at,
    about,
    input: on(idOf, (stepDown, member) => ({
      ...{ stepDown, ...helper },
      ...(chance.is(0.3) ? { plan: words('early-help-plan', member) } : {}),
      ...(chance.is(0.4) ? { comment: words('accepted', member) } : {}),
    })),
  })
  if (accepted.length === 0) return
  // Some come straight back.
  family.follow({ to: 'quiet', after: 'stepDown', members: accepted, at })
  family.follow({ to: 'early-help', from: 'step-down', members: accepted, at })
}

function* decline(family: Family, about: readonly Member[], at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'decline-step-down',
    by: earlyHelper(family, at),
    at,
    about,
    input: on(idOf, (stepDown, member) => ({ stepDown, reason: words('declined', member) })),
  })
}
