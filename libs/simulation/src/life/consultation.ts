import { followUps } from '../calibration.js'
import { does } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { arrival } from './arrival.js'
import { hear } from './hearing.js'
import { newcomer } from './newcomer.js'
import { screener } from './people.js'

/** A professional talks to a screening social worker before deciding whether to refer; some then get in touch. */
export function* consult(family: Family, at: number): Life {
  const { chance, members } = family
  const { source, agency, domesticAbuse, need } = hear(family, at)
  const followUp = chance.among(followUps)
  const words = writing(family)
  yield* does(family, {
    act: 'give-consultation',
    by: screener(family, at),
    at,
    about: members,
    entry: 'at-once',
    input: (member) => ({
      ...{ source, agency, domesticAbuse, need, followUp },
      question: words('consultation-question', member),
      advice: words(`consultation-${followUp}`, member),
      person: newcomer(family, member, at),
    }),
  })
  if (followUp !== 'WILL_REFER') return family.follow({ to: 'quiet', after: 'contact', members, at })
  family.follow({ to: 'contact', members, at: arrival(family, at + chance.between([24, 100]) * HOUR) })
}
