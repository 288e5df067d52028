import type { InputOfAct } from '@front-door/case-flow'
import { type Ending, oversight } from '../calibration.js'
import { weights } from '../chance/weights.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isUnfinished, openReferral } from '../family/member.js'
import { DAY, MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import type { Closing } from './onward.js'
import { overseen } from './oversight.js'
import { caseManager, caseWorker } from './people.js'

type Closure = InputOfAct<'close-case'>['closure']

const idOf = (member: Member) => openReferral(member)?.id

/** The case closes, within some weeks of what ended it; that of a child who came into care much later. */
export function* closeCase(family: Family, about: readonly Member[], why: Closing): Life {
  const { chance, hours } = family
  const inCare = why === 'care' ? chance.between([150, 700]) * DAY : 0
  const at = hours.later(hours.whenOpen(family.now + inCare, chance), chance.whole([0, 9]), chance)
  if (chance.is(oversight.closing)) yield* overseen(family, 'case', about, idOf, at)
  const words = writing(family)
  const ended = new Map(about.map((member) => [member, endingOf(member)]))
  const closed = yield* does(family, {
    act: 'close-case',
    by: chance.is(0.4) ? caseManager(family, about, at) : caseWorker(family, about, at),
    at: at + 5 * MINUTE,
    about,
    entry: 'filed',
    input: on(idOf, (referral, member) => {
      if (isUnfinished(member)) return undefined
      return { referral, closure: closureOf(family, member, why), reason: words(`closing-${why}`, member) }
    }),
  })
  if (why !== 'close' || closed.length === 0) return
  const [first] = closed
  family.follow({ to: 'quiet', after: (first && ended.get(first)) ?? 'case', members: closed, at })
}

const outOfCare = weights({ RC4: 50, RC3: 30, RC1: 20 })

function closureOf({ chance }: Family, member: Member, why: Closing): Closure {
  if (why === 'care') return chance.among(outOfCare)
  if (why === 'moved') return 'RC5'
  if (why === 'adult') return member.disabilities.includes('NONE') ? 'RC7' : 'RC6'
  return endingOf(member) === 'assessment' ? 'RC8' : 'RC7'
}

/** What the case was: assessed and no more, or with an enquiry or a plan, or one of child protection. */
function endingOf(member: Member): Ending {
  const referral = idOf(member)
  const within = (items: readonly { readonly referral: string }[]) => items.some((item) => item.referral === referral)
  const { assessments, section47s, conferences, protectionPlans, cinPlans } = member.history.state
  if (within(protectionPlans)) return 'protection'
  return within(assessments) && ![section47s, conferences, cinPlans].some(within) ? 'assessment' : 'case'
}
