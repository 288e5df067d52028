import { known } from '../calibration.js'
import { address, postcode } from '../council/names.js'
import { does, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isAlive, isKnown, isUnborn } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { learned } from './newcomer.js'
import { businessSupport, caseWorker } from './people.js'

/** Some of what was not known about a child at first is learned in the weeks after. */
export function* detailsLearned(family: Family, member: Member): Life {
  const { chance, hours } = family
  const at = hours.whenOpen(family.noticed + chance.between([1, 75]) * DAY, chance)
  if (!chance.is(known.learned)) return
  yield* wait(at)
  yield* does(family, {
    act: 'correct-person-details',
    by: chance.is(0.5) ? businessSupport(family, at) : caseWorker(family, [member], at),
    at,
    about: [member].filter((each) => isKnown(each) && isAlive(each) && !isUnborn(each)),
    input(each) {
      const details = learned(family, each, at)
      if (Object.keys(details).length === 0) return undefined
      return { ...details, reason: writing(family)('details-learned', each) }
    },
  })
}

/** A few families move house within the area. */
export function* movedHouse(family: Family): Life {
  const { chance, hours, members } = family
  const at = hours.whenOpen(family.noticed + chance.wait(365 / known.moves) * DAY, chance)
  const where = { address: address(chance), postcode: postcode(chance) }
  const words = writing(family)
  yield* wait(at)
  yield* does(family, {
    act: 'correct-person-details',
    by: businessSupport(family, at),
    at,
    about: members.filter((each) => isKnown(each) && isAlive(each)),
    input: (member) => ({ ...where, reason: words('moved-house', member) }),
  })
}
