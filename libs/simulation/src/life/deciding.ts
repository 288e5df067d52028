import { contacts, mistakes, oversight } from '../calibration.js'
import { type Deed, does, on, tries } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, contactOf, isBusy, lastClosing } from '../family/member.js'
import { MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { inform } from './informing.js'
import { type Outcomes, endsThere, outcomesFor } from './outcomes.js'
import { overseen } from './oversight.js'
import { businessSupport, mashManager, screener } from './people.js'
import { strategyAtOnce } from './strategy.js'
import type { News } from '../family/news.js'
import type { Matter } from './matter.js'

/** What happens after a contact, decided for each of its children, and what follows from that. */
export function* decideContact(family: Family, matter: Matter, news: News, at: number): Life {
  const outcomes = outcomesFor(family, matter, news)
  const urgent = matter.members.filter((member) => outcomes.get(member) === 'CIN_REFERRAL' && !isBusy(member))
  if (matter.priority === 'RED' && urgent.length > 0 && family.chance.is(contacts.strategyAtOnce))
    yield* strategyAtOnce(family, { ...matter, members: urgent }, at)
  const left = { ...matter, members: matter.members.filter((member) => outcomeOf(matter, member) === undefined) }
  yield* look(family, left, outcomes, at)
  yield* decide(family, left, outcomes, at + 2 * MINUTE)
  yield* goOn(family, left, news, at + 2 * MINUTE)
}

/** A manager looks at it first: sometimes, and always where red ends with nothing more. Now and then somebody tries without. */
function* look(family: Family, matter: Matter, outcomes: Outcomes, at: number): Life {
  const { chance } = family
  const ends = matter.members.filter(
    (member) =>
      contactOf(member, matter.idOf(member))?.screening.priority?.level === 'RED' &&
      !isBusy(member) &&
      endsThere(outcomes.get(member)),
  )
  if (ends.length > 0 && chance.is(mistakes.redUnseen))
    yield* tries(family, decision(family, { ...matter, members: ends }, outcomes, at))
  if (ends.length > 0 || chance.is(oversight.contact))
    yield* overseen(family, 'front-door', matter.members, matter.idOf, at)
}

function* decide(family: Family, matter: Matter, outcomes: Outcomes, at: number): Life {
  const { chance, hours } = family
  const deed = decision(family, matter, outcomes, at)
  // Business support may write down much, but not decide.
  if (hours.isOpen(at) && chance.is(mistakes.provoked))
    yield* tries(family, { ...deed, by: businessSupport(family, at) })
  yield* does(family, deed)
}

function decision(family: Family, { members, idOf }: Matter, outcomes: Outcomes, at: number): Deed<'decide-contact'> {
  const byManager = family.hours.isOpen(at) && family.chance.is(0.3)
  const words = writing(family)
  return {
    act: 'decide-contact',
    by: byManager ? mashManager(family, at) : screener(family, at),
    at,
    about: members,
    notBefore: lastClosing,
    input: on(idOf, (contact, member) => {
      const outcome = isBusy(member) ? 'OPEN_CASE' : outcomes.get(member)
      return outcome && { contact, outcome, reason: words(`contact-${outcome}`, member) }
    }),
  }
}

/** Each goes on by what was decided, together with those about whom the same was. */
function* goOn(family: Family, matter: Matter, news: News, at: number): Life {
  const those = (...outcomes: readonly string[]) =>
    matter.members.filter((member) => outcomes.includes(outcomeOf(matter, member) ?? ''))
  const referred = those('CIN_REFERRAL')
  const helped = those('EH_REFERRAL')
  const ended = those('NFA', 'INFO_ADVICE', 'SIGNPOST')
  if (referred.length > 0) family.follow({ to: 'referral', members: referred, at, news, screened: true })
  if (helped.length > 0) family.follow({ to: 'early-help', from: 'contact', members: helped, at })
  if (ended.length > 0) family.follow({ to: 'quiet', after: 'contact', members: ended, at })
  const rest = matter.members.filter((member) => !referred.includes(member))
  if (family.chance.is(contacts.informed)) yield* inform(family, { ...matter, members: rest }, news, at)
}

const outcomeOf = ({ idOf }: Matter, member: Member) => contactOf(member, idOf(member))?.outcome
