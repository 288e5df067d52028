import type { InputOfAct } from '@front-door/case-flow'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { businessSupport, screener } from './people.js'
import type { News } from '../family/news.js'
import type { Matter } from './matter.js'

/** The referrer is told what was decided: the same or the next day, mostly. Nobody can tell one who gave no name. */
export function* inform(family: Family, { members, idOf }: Matter, news: News, decided: number): Life {
  const { chance, hours } = family
  if (news.source === '9' || news.source === '10') return
  const days = chance.is(0.68) ? 0 : chance.is(0.75) ? 1 : chance.whole([2, 6])
  const at = hours.later(Math.max(decided, hours.whenOpen(decided, chance)) + 0.1 * HOUR, days, chance)
  const method: InputOfAct<'inform-referrer'>['method'] = chance.is(0.6) ? 'EMAIL' : 'PHONE'
  const words = writing(family)
  yield* does(family, {
    act: 'inform-referrer',
    by: chance.is(0.7) ? businessSupport(family, at) : screener(family, at),
    at,
    about: members,
    input: on(idOf, (about, member) => ({ about, method, told: words('told', member) })),
  })
}
