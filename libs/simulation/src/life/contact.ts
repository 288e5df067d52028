import type { Worker } from '@front-door/case-flow'
import { contacts } from '../calibration.js'
import { does } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isKnown, lastContact } from '../family/member.js'
import { HOUR, MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { decideContact } from './deciding.js'
import { hear } from './hearing.js'
import { newcomer } from './newcomer.js'
import { businessSupport, partner, screener } from './people.js'
import { screen } from './screening.js'
import type { News } from '../family/news.js'
import type { Matter } from './matter.js'

/** Somebody gets in touch about some children of the family: it is written down, screened and decided. */
export function* contact(family: Family, members: readonly Member[], at: number): Life {
  const news = hear(family, at)
  const matter = yield* receive(family, members, news)
  const decided = decidedAt(family, matter)
  yield* screen(family, matter, decided)
  yield* decideContact(family, matter, news, decided)
}

/** The contact as it is written down: one command, and each child has a contact of its own. */
export function* receive(family: Family, members: readonly Member[], news: News): Life<Matter> {
  const { at, source, agency, domesticAbuse, outOfHours, need, method, priority } = news
  const words = writing(family)
  const [first = family.members[0]] = members
  const concern = words(domesticAbuse ? 'concern-domestic-abuse' : `concern-${news.group}`, first)
  const referrerName = words('referrer', first)
  const about = yield* does(family, {
    act: 'receive-contact',
    by: receiver(family, news),
    at,
    about: members,
    input: (member) => ({
      ...{ source, agency, domesticAbuse, outOfHours, need, method, concern },
      ...(source === '9' ? {} : { referrerName }),
      ...(members.length > 1 ? { siblings: true } : {}),
      ...(isKnown(member) ? {} : { person: newcomer(family, member, at) }),
    }),
  })
  const ids = new Map(about.map((member) => [member, lastContact(member)?.id]))
  return { members: about, idOf: (member) => ids.get(member), at, priority }
}

/** The police and partners in the MASH enter some themselves; at night it is the emergency duty team. */
function receiver(family: Family, { at, outOfHours, group }: News): Worker {
  if (outOfHours) return screener(family, at)
  if (group === 'police' && family.chance.is(0.45)) return partner(family, 'POLICE', at)
  return family.chance.is(0.6) ? businessSupport(family, at) : screener(family, at)
}

/** Red is decided within hours, also at night; everything else when offices are open. */
function decidedAt({ chance, hours }: Family, { at, priority }: Matter): number {
  if (priority === 'RED' && chance.is(0.82)) return at + chance.between([0.5 * HOUR, 3.8 * HOUR])
  if (chance.is(0.06)) return at + chance.between([10, 40]) * MINUTE
  return hours.later(hours.whenOpen(at, chance), chance.whole(chance.among(contacts.decided[priority])), chance)
}
