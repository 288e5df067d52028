import type { InputOfAct } from '@front-door/case-flow'
import { type Group, contacts, groups, needs, sources } from '../calibration.js'
import type { Weighted } from '../chance/chance.js'
import { weights } from '../chance/weights.js'
import type { Family } from '../family/family.js'
import { ageAt } from '../family/member.js'
import type { News } from '../family/news.js'
import { agencyOf } from './agency.js'

type Contact = InputOfAct<'receive-contact'>

/** Somebody gets in touch: who it is, what for and how urgent it is follow from when. */
export function hear(family: Family, at: number): News {
  const { chance, hours } = family
  const outOfHours = !hours.isOpen(at)
  const heard = chance.among(groupsAt(outOfHours, hours.dayOf(at).slice(5, 7)))
  // Whoever is too young for school is seen by a health visitor.
  const group = heard === 'schools' && ageAt(family, family.members[0], at) < 3 ? 'health' : heard
  const source = chance.among<Contact['source']>(sources[group].codes)
  const domesticAbuse = chance.is(sources[group].domesticAbuse)
  return {
    at,
    group,
    source,
    agency: agencyOf(source, family, at),
    domesticAbuse,
    outOfHours,
    need: chance.among(domesticAbuse ? needsOfAbuse : needs),
    method: chance.among<NonNullable<Contact['method']>>(methods[group]),
    priority: chance.among(contacts.priority),
  }
}

const needsOfAbuse = weights({ N1: 62, N5: 30, N4: 8 })

/** How it comes. Ours. */
const written = weights({ FORM: 58, PHONE: 24, EMAIL: 18 })
const methods = {
  police: weights({ POLICE: 92, PHONE: 8 }),
  schools: written,
  health: written,
  council: written,
  people: weights({ PHONE: 68, EMAIL: 14, MEETING: 14, LETTER: 4 }),
  housing: written,
  law: weights({ EMAIL: 70, LETTER: 14, PHONE: 16 }),
  others: written,
}

/** Who is still there at night; and schools are not in August. Ours. */
const atNight: Partial<Record<Group, number>> = {
  police: 2,
  people: 1.6,
  health: 1.1,
  others: 0.4,
  council: 0.2,
  schools: 0,
}
/** So that with nights and August together the shares are those that are published. */
const inOfficeHours: Partial<Record<Group, number>> = { police: 0.95, schools: 1.5, health: 0.98 }
const byDay = groupsBy((group) => inOfficeHours[group] ?? 1)
const byNight = groupsBy((group) => atNight[group] ?? 0.3)
const inAugust = groupsBy((group) => (group === 'schools' ? 0.25 : (inOfficeHours[group] ?? 1)))

function groupsAt(outOfHours: boolean, month: string): Weighted<Group> {
  return outOfHours ? byNight : month === '08' ? inAugust : byDay
}

/** How many contacts come from each: its share of referrals, over how likely one of its contacts becomes a referral. */
function groupsBy(share: (group: Group) => number): Weighted<Group> {
  const weigh = (group: Group) =>
    [group, (sources[group].ofReferrals / sources[group].converts) * share(group)] as const
  const [first, ...rest] = groups
  return [weigh(first), ...rest.map(weigh)]
}
