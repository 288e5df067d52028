import type { InputOfAct } from '@front-door/case-flow'
import { enquiries, protection } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, comesOfAge, isAlive, openEnquiry, openProtectionPlan, openReferral } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import type { Found } from './onward.js'
import { caseManager, caseWorker } from './people.js'
import { missed } from './timescale.js'

type Conference = InputOfAct<'hold-conference'>

const referralOf = (member: Member) => openReferral(member)?.id

/** The initial conference; no plan begins for one who is about to turn 18. Where it decides on a plan, that starts the same day; why it was late is told, if it is. */
export function* confer(family: Family, about: readonly Member[], at: number, enquiryFrom: number): Life<Found> {
  const outcome = family.chance.among<Conference['outcome']>(enquiries.conferences)
  const asked = new Map(about.map((member) => [member, openEnquiry(member)?.id]))
  const children = about.filter((member) => isAlive(member) && comesOfAge(family, member) > at + 30 * DAY)
  const held = yield* hold(family, children, at, outcome, (member) => {
    const section47 = openEnquiry(member)?.id
    return section47 === undefined ? undefined : { kind: 'INITIAL', section47 }
  })
  if (held.length === 0) return 'nothing'
  yield* missed(family, { members: held, idOf: (member) => asked.get(member) }, 'conference', enquiryFrom, at)
  return outcome === 'CP' ? 'protection' : outcome === 'PROV_OF_SERVICES' ? 'need' : 'nothing'
}

/** The conference of children who moved here on a plan. */
export function* conferMovedIn(family: Family, about: readonly Member[], at: number): Life {
  yield* hold(family, about, at, 'CP', () => ({ kind: 'TRANSFER_IN' }))
}

function* hold(
  family: Family,
  about: readonly Member[],
  at: number,
  outcome: Conference['outcome'],
  kindOf: (member: Member) => Pick<Conference, 'kind' | 'section47'> | undefined,
): Life<readonly Member[]> {
  const { chance } = family
  const category = chance.among(protection.category)
  const words = writing(family)
  return yield* does(family, {
    act: 'hold-conference',
    by: chance.is(0.5) ? caseManager(family, about, at) : caseWorker(family, about, at),
    at,
    about,
    // It ends a child in need plan: nobody goes on visiting under that.
    entry: outcome === 'CP' ? 'at-once' : 'prompt',
    input: on(referralOf, (referral, member) => {
      const kind = openProtectionPlan(member) ? undefined : kindOf(member)
      return (
        kind && {
          ...{
            ...kind,
            referral,
            outcome,
            reason: words(outcome === 'CP' ? 'conference-plan' : 'conference-none', member),
          },
          ...(outcome === 'CP' ? { category } : {}),
        }
      )
    }),
  })
}
