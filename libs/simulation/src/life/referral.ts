import { needs, oversight, referrals } from '../calibration.js'
import { type Deed, does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, atLeastFrom, referralOf, undecidedReferral } from '../family/member.js'
import { MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { inform } from './informing.js'
import { overseen } from './oversight.js'
import { mashManager, screener } from './people.js'
import { screen } from './screening.js'
import type { News } from '../family/news.js'
import type { Matter } from './matter.js'

type Outcome = (typeof referrals.outcomes)[number][0]
type Outcomes = ReadonlyMap<Member, Outcome>

/** A referral has come in and is decided, within a day mostly. One that did not come as a contact is screened first. */
export function* referral(
  family: Family,
  { members, news, screened, ...from }: { members: readonly Member[]; at: number; news: News; screened: boolean },
): Life {
  const { chance, hours } = family
  const at = atLeastFrom(from.at, members.map(undecidedReferral))
  const ids = new Map(members.map((member) => [member, undecidedReferral(member)?.id]))
  const matter: Matter = { members, idOf: (member) => ids.get(member), at, priority: news.priority }
  const days = chance.whole(chance.among(referrals.decided))
  const decided = hours.later(hours.whenOpen(at + 5 * MINUTE, chance), days, chance)
  if (!screened) yield* screen(family, matter, decided)
  const outcomes = outcomesFor(family, members)
  yield* look(family, matter, outcomes, decided)
  yield* does(family, decision(family, matter, outcomes, decided + 2 * MINUTE))
  goOn(family, matter, decided + 2 * MINUTE)
  if (chance.is(referrals.informed)) yield* inform(family, matter, news, decided + 5 * MINUTE)
}

/** A manager looks at it first: sometimes, and always where red ends there. */
function* look(family: Family, matter: Matter, outcomes: Outcomes, at: number): Life {
  const redEnds = matter.members.some(
    (member) =>
      referralOf(member, matter.idOf(member))?.screening.priority?.level === 'RED' &&
      ['NFA', 'ADVICE'].includes(outcomes.get(member) ?? ''),
  )
  if (redEnds || family.chance.is(oversight.referral))
    yield* overseen(family, 'front-door', matter.members, matter.idOf, at)
}

function decision(family: Family, { members, idOf }: Matter, outcomes: Outcomes, at: number): Deed<'decide-referral'> {
  const words = writing(family)
  const otherNeed = family.chance.is(0.15) ? family.chance.among(needs) : undefined
  return {
    act: 'decide-referral',
    by: family.chance.is(0.7) ? mashManager(family, at) : screener(family, at),
    at,
    about: members,
    input: on(idOf, (referral, member) => {
      const known = referralOf(member, referral)
      const outcome = outcomes.get(member)
      if (known?.decidedAt || !outcome) return undefined
      return {
        ...{ referral, outcome, need: otherNeed ?? known?.need ?? 'N1', reason: words(`referral-${outcome}`, member) },
        ...(outcome === 'STEP_DOWN_EH' ? { actions: words('actions', member) } : {}),
      }
    }),
  }
}

/** The children about whom the same was decided go on together. */
function goOn(family: Family, { members, idOf }: Matter, at: number): void {
  const outcomeOf = (member: Member) => referralOf(member, idOf(member))?.outcome
  const those = (...outcomes: readonly string[]) =>
    members.filter((member) => outcomes.includes(outcomeOf(member) ?? ''))
  const ended = those('NFA', 'ADVICE', 'TRANSFER')
  const helped = those('STEP_DOWN_EH')
  const urgent = those('STRATEGY_S47')
  const accepted = those('ASSESSMENT', 'OTHER')
  if (ended.length > 0) family.follow({ to: 'quiet', after: 'referral', members: ended, at })
  if (helped.length > 0) family.follow({ to: 'step-down', members: helped, at })
  if (urgent.length > 0) family.follow({ to: 'case', enquiry: 'decided', members: urgent, at })
  if (accepted.length > 0) family.follow({ to: 'case', enquiry: 'none', members: accepted, at })
}

/** The same for all, mostly: now and then it is less serious for one of them. */
function outcomesFor({ chance }: Family, members: readonly Member[]): Outcomes {
  const outcome = chance.among(referrals.outcomes)
  const apart = members.length > 1 && chance.is(referrals.siblingsApart) ? members.at(-1) : undefined
  const other = chance.among(referrals.outcomes)
  return new Map(members.map((member) => [member, member === apart ? other : outcome]))
}
