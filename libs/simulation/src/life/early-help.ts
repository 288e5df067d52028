import { earlyHelp } from '../calibration.js'
import { familyName, givenName } from '../council/names.js'
import { organisations } from '../council/places.js'
import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import {
  type Member,
  contactOf,
  isAChild,
  isBusy,
  lastClosing,
  lastContact,
  openEarlyHelp,
  undecidedReferral,
} from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { hear } from './hearing.js'
import { earlyHelper } from './people.js'

const idOf = (member: Member) => openEarlyHelp(member)?.id

/** Early help after a contact, if the family takes it up. */
export function* startEarlyHelp(family: Family, members: readonly Member[], decided: number): Life {
  const { chance, hours } = family
  if (!chance.is(earlyHelp.takesUp)) return family.follow({ to: 'quiet', after: 'contact', members, at: decided })
  const contacts = new Map(members.map((member) => [member, lastContact(member)?.id]))
  const at = hours.later(decided, chance.whole(chance.among(earlyHelp.starts)), chance)
  const helper = helperOf(family)
  const words = writing(family)
  const started = yield* does(family, {
    act: 'start-early-help',
    by: earlyHelper(family, at),
    at,
    about: members,
    input: on(
      (member) => contacts.get(member),
      (contact, member) =>
        contactOf(member, contact)?.outcome === 'EH_REFERRAL'
          ? { contact, ...helper, plan: words('early-help-plan', member) }
          : undefined,
    ),
  })
  yield* helpEarly(family, started, at, earlyHelp.stepsUp)
}

/** Early help under way, until it ends: mostly well, sometimes by a step up to social care. */
export function* helpEarly(family: Family, members: readonly Member[], from: number, stepsUp: number): Life {
  const { chance, hours } = family
  const at = hours.onDay(hours.dayOf(from + chance.between(earlyHelp.lasts) * DAY), chance)
  yield* wait(at)
  const about = members.filter(idOf)
  if (chance.is(stepsUp)) yield* stepUp(family, about, at)
  yield* end(family, about, at)
  const quiet = about.filter((member) => !isBusy(member))
  if (quiet.length > 0) family.follow({ to: 'quiet', after: 'earlyHelp', members: quiet, at })
}

/** Who leads it. */
export function helperOf({ chance, home }: Family): { readonly lead: string; readonly organisation: string } {
  const organisation = chance.pick([...organisations.voluntary, ...organisations.community, ...home.locality.schools])
  return { lead: `${givenName(chance)} ${familyName(chance)}`, organisation }
}

function* stepUp(family: Family, about: readonly Member[], at: number): Life {
  const words = writing(family)
  const stepped = yield* does(family, {
    act: 'step-up',
    by: earlyHelper(family, at),
    at,
    about: about.filter((member) => isAChild(family, member, at)),
    notBefore: lastClosing,
    input: on(idOf, (earlyHelp, member) =>
      isBusy(member)
        ? undefined
        : { earlyHelp, concern: words('step-up', member), carriedForward: words('carried-forward', member) },
    ),
  })
  const members = stepped.filter(undecidedReferral)
  const news = { ...hear(family, at), source: '5D' as const }
  if (members.length > 0) family.follow({ to: 'referral', members, at, news, screened: false })
}

function* end(family: Family, about: readonly Member[], at: number): Life {
  const met = family.chance.is(earlyHelp.met)
  const ending = new Map(about.map((member) => [member, idOf(member)]))
  const words = writing(family)
  yield* does(family, {
    act: 'end-early-help',
    by: earlyHelper(family, at),
    at,
    about,
    entry: 'filed',
    // Until it is written down, the family may have come back, and other early help begun.
    input: on(idOf, (earlyHelp, member) =>
      earlyHelp === ending.get(member)
        ? {
            earlyHelp,
            ending: met ? 'OUTCOMES_MET' : 'NFA',
            reason: words(met ? 'outcomes-met' : 'early-help-ends', member),
          }
        : undefined,
    ),
  })
}
