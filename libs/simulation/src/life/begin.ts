import { arrivals, families } from '../calibration.js'
import type { Family, Life } from '../family/family.js'
import { birth } from './birth.js'
import { consult } from './consultation.js'
import { contact } from './contact.js'
import { death } from './death.js'
import { detailsLearned, movedHouse } from './details.js'
import { referredDirectly } from './direct.js'
import { duplicate } from './duplicate.js'
import { movedIn } from './moved-in.js'

/** Everything that the story of a family begins with: how it comes to notice, and what befalls its children anyway. */
export function begin(family: Family): readonly Life[] {
  const { chance, members } = family
  return [
    first(family),
    ...members.filter(({ expected }) => expected).map((member) => birth(family, member)),
    ...members.filter(() => chance.is(families.dies)).map((member) => death(family, member)),
    ...members.map((member) => detailsLearned(family, member)),
    movedHouse(family),
    ...(chance.is(families.duplicate) ? [duplicate(family)] : []),
  ]
}

function first(family: Family): Life {
  const { members, noticed } = family
  const expecting = members.some(({ expected }) => expected)
  const how = family.chance.among(arrivals.how)
  if (how === 'moved-in' && !expecting) return movedIn(family, noticed)
  if (how === 'referral') return referredDirectly(family, noticed)
  if (how === 'consultation' && family.hours.isOpen(noticed)) return consult(family, noticed)
  return contact(family, members, noticed)
}
