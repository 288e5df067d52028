import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isAChild, isKnown, isUnborn, lastContact } from '../family/member.js'
import { DAY, HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { hear } from './hearing.js'
import { businessSupport, screener } from './people.js'
import { receive } from './contact.js'

/** A child who is known is taken for another, late one evening. Weeks later somebody sees it, and the records are merged. */
export function* duplicate(family: Family): Life {
  const { chance, hours, members } = family
  const [member] = members
  const heard =
    hours.midnight(hours.dayOf(family.noticed + chance.between([30, 500]) * DAY)) + chance.between([18.5, 23.5]) * HOUR
  yield* wait(heard)
  if (!isKnown(member) || isUnborn(member) || !isAChild(family, member, heard)) return
  const double = family.doubleOf(member)
  yield* receive(family, [double], hear(family, heard))
  yield* decide(family, double, heard + chance.between([1, 4]) * HOUR)
  yield* merge(family, double, member, hours.whenOpen(heard + chance.between([4, 60]) * DAY, chance))
}

function* decide(family: Family, double: Member, at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'decide-contact',
    by: screener(family, at),
    at,
    about: [double],
    input: on(
      (each) => lastContact(each)?.id,
      (contact, each) => ({ contact, outcome: 'INFO_ADVICE', reason: words('contact-INFO_ADVICE', each) }),
    ),
  })
}

function* merge(family: Family, double: Member, member: Member, at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'merge-person',
    by: businessSupport(family, at),
    at,
    about: [double],
    input: () => ({ into: member.id, reason: words('merged', member) }),
  })
}
