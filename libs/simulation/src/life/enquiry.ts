import { enquiries, oversight } from '../calibration.js'
import type { Range, Weighted } from '../chance/chance.js'
import { apart, does, inOrder, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, openEnquiry, openReferral } from '../family/member.js'
import { HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { confer } from './conference.js'
import type { Found } from './onward.js'
import { overseen } from './oversight.js'
import { caseManager, caseWorker } from './people.js'
import { shareSafetyPlan } from './safety.js'
import { see } from './sight.js'
import { discuss } from './strategy.js'
import { heard } from './voice.js'

const idOf = (member: Member) => openEnquiry(member)?.id

/** When it starts, whether the discussion that starts it was held already, and whether a conference will follow. */
interface Enquiring {
  readonly at: number
  readonly started: boolean
  readonly conference: boolean
}

/** A section 47 enquiry, from the strategy discussion to its outcome, and to the conference that follows from some. */
export function* enquire(family: Family, members: readonly Member[], how: Enquiring): Life<Found> {
  const { chance, hours } = family
  const at = how.started ? how.at : hours.later(hours.whenOpen(how.at, chance), chance.is(0.8) ? 0 : 1, chance)
  if (!how.started) {
    const by = chance.is(0.4) ? caseManager(family, members, at) : caseWorker(family, members, at)
    yield* discuss(family, members, (member) => openReferral(member)?.id, at, by, 'SECTION_47')
  }
  const about = members.filter((member) => idOf(member) !== undefined)
  const held = later(family, at, enquiries.held)
  const concluded = how.conference
    ? Math.min(later(family, at, enquiries.concluded), held - 20 * HOUR)
    : later(family, at, enquiries.concluded)
  yield* gather(family, about, at, concluded)
  yield* conclude(family, about, concluded, how.conference)
  return how.conference ? yield* confer(family, about, held, at) : 'nothing'
}

const later = ({ chance, hours }: Family, at: number, workingDays: Weighted<Range>) =>
  hours.later(at, chance.whole(chance.among(workingDays)), chance)

/** The child is seen and heard, the family has a plan in hand, and a manager looks at it: most of it, not always. */
function* gather(family: Family, about: readonly Member[], from: number, until: number): Life {
  const { chance, hours } = family
  const seen = Math.min(byDay(family, from + chance.between(chance.among(enquiries.seenHours)) * HOUR), until)
  const matter = { members: about, idOf }
  const soon = (hoursLater: number) => Math.min(hours.whenOpen(from + hoursLater * HOUR, chance), until)
  yield* inOrder([
    { at: seen, tell: (at) => apart(family, at, see(family, matter, at, caseWorker(family, about, at))) },
    ...(chance.is(enquiries.voice)
      ? [{ at: seen, tell: (at: number) => heard(family, matter, at, caseWorker(family, about, at)) }]
      : []),
    ...(chance.is(enquiries.safetyPlan)
      ? [{ at: soon(chance.between([3, 50])), tell: (at: number) => shareSafetyPlan(family, matter, at) }]
      : []),
    ...(chance.is(oversight.enquiry)
      ? [{ at: soon(chance.between([20, 160])), tell: (at: number) => overseen(family, 'case', about, idOf, at) }]
      : []),
  ])
}

/** The same time, or the next morning where it is night: children are not woken up to be seen. */
function byDay({ chance, hours }: Family, at: number): number {
  const midnight = hours.midnight(hours.dayOf(at))
  if (at < midnight + 8 * HOUR) return midnight + chance.between([8, 9.5]) * HOUR
  return at < midnight + 20.5 * HOUR ? at : midnight + chance.between([32, 33.5]) * HOUR
}

function* conclude(family: Family, about: readonly Member[], at: number, conference: boolean): Life {
  const { chance } = family
  const outcome = conference ? 'ICPC' : chance.among(enquiries.outcomes)
  const visits = chance.is(0.35) ? 'JOINT' : 'SINGLE'
  const interviews = chance.is(0.14) ? 'JOINT' : 'NONE'
  const words = writing(family)
  yield* does(family, {
    act: 'conclude-section-47',
    by: chance.is(0.6) ? caseManager(family, about, at) : caseWorker(family, about, at),
    at,
    about,
    // The conference is not to be told of before it.
    entry: conference ? 'at-once' : 'filed',
    input: on(idOf, (section47, member) => ({
      ...{
        section47,
        outcome,
        interviews,
        visits,
        reason: words(conference ? 'enquiry-conference' : 'enquiry-ends', member),
      },
    })),
  })
}
