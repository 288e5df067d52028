import { does } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { undecidedReferral } from '../family/member.js'
import { writing } from '../words/writing.js'
import { hear } from './hearing.js'
import { businessSupport, screener } from './people.js'
import { register } from './registering.js'

/** What comes as a referral is one from the start. */
export function* referredDirectly(family: Family, at: number): Life {
  const { members, hours } = family
  const news = hear(family, at)
  const { source, agency, domesticAbuse, outOfHours, need } = news
  yield* register(family, at)
  const words = writing(family)
  const concern = words(domesticAbuse ? 'concern-domestic-abuse' : `concern-${news.group}`, members[0])
  yield* does(family, {
    act: 'receive-referral',
    by: hours.isOpen(at) ? businessSupport(family, at) : screener(family, at),
    at,
    about: members,
    input: () => ({ source, agency, domesticAbuse, outOfHours, need, concern }),
  })
  const about = members.filter(undecidedReferral)
  family.follow({ to: 'referral', members: about, at, news, screened: false })
}
