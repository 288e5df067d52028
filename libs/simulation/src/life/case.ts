import { assessments, enquiries, need, referrals, underWay } from '../calibration.js'
import { alongside, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isAlive, openReferral } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { allocate } from './allocation.js'
import { arrival } from './arrival.js'
import { assess } from './assessment.js'
import type { Outcome } from './completing.js'
import { enquire } from './enquiry.js'
import { behind } from './outcomes.js'
import type { Onward } from './onward.js'
import { caseManager } from './people.js'
import { plans } from './plans.js'
import { discuss } from './strategy.js'

/** How a case will go, for those of the children for whom it goes the same way. */
interface Course {
  readonly members: readonly Member[]
  readonly enquiry: 'started' | 'decided' | 'later' | 'none'
  readonly conference: boolean
  readonly outcome: Outcome
}

/** A case: allocated, assessed, enquired into where it has to be, helped by plans where it needs to be, and closed. */
export function* openCase(
  family: Family,
  { members, at, enquiry }: { members: readonly Member[]; at: number; enquiry: 'started' | 'decided' | 'none' },
): Life {
  const { chance } = family
  const apart = members.length > 1 && chance.is(referrals.siblingsApart)
  const together = apart ? members.slice(0, -1) : members
  if (apart) family.also(run(family, courseOf(family, members.slice(-1), enquiry), at))
  yield* run(family, courseOf(family, together, enquiry), at)
}

function* run(family: Family, { members, enquiry, conference, outcome }: Course, at: number): Life {
  family.also(meanwhile(family, members, at))
  const assessing = alongside(family, allocatedAndAssessed(family, members, at, outcome))
  if (enquiry !== 'none') {
    const from = enquiry === 'later' ? at + family.chance.between([3 * DAY, 28 * DAY]) : at
    const found = yield* enquire(family, members, { at: from, started: enquiry === 'started', conference })
    if (found !== 'nothing') return yield* plans(family, members, found)
  }
  if (family.chance.is(enquiries.discussionOnly)) yield* discussed(family, members, at)
  while (!assessing.ended) yield* wait(family.now + DAY)
  yield* plans(family, members, asAssessed(family, outcome))
}

function* allocatedAndAssessed(family: Family, members: readonly Member[], at: number, outcome: Outcome): Life {
  const allocated = yield* allocate(family, members, at)
  yield* assess(family, members, outcome, allocated)
}

function courseOf({ chance }: Family, members: readonly Member[], decided: 'started' | 'decided' | 'none'): Course {
  const planned = behind(members) === 'plan'
  const later = chance.is(planned ? enquiries.laterAfterPlan : enquiries.later) ? 'later' : 'none'
  const enquiry = decided === 'none' ? later : decided
  const conference = enquiry !== 'none' && chance.is(planned ? enquiries.conferenceAfterPlan : enquiries.conference)
  const outcomes = conference ? 'withConference' : enquiry === 'none' ? 'alone' : 'withEnquiry'
  return { members, enquiry, conference, outcome: chance.among<Outcome>(assessments.outcomes[outcomes]) }
}

/** A strategy discussion that finds no cause for an enquiry. */
function* discussed(family: Family, members: readonly Member[], from: number): Life {
  const { chance, hours } = family
  const at = hours.later(from, chance.whole([3, 15]), chance)
  const by = caseManager(family, members, at)
  yield* discuss(family, members, (member) => openReferral(member)?.id, at, by, 'ASSESSMENT')
}

/** What follows from an assessment. */
function asAssessed({ chance }: Family, outcome: Outcome): Onward {
  switch (outcome) {
    case 'STEP_DOWN_EH':
      return 'early-help'
    case 'PROV_OF_SERVICES':
    case 'PROV_OF_SB_CARE':
    case 'STRATEGY_S47':
    case 'SPECIALIST_ASSESSMENT':
      return chance.is(need.fromAssessment) ? 'need' : 'close'
    case 'CLA_REQUEST':
    case 'LEGAL_ACTION':
      return 'care'
    default:
      return 'close'
  }
}

/** While a case is open people get in touch about it: that goes to its worker. */
function* meanwhile(family: Family, members: readonly Member[], from: number): Life {
  const { chance, hours } = family
  let at = from
  for (;;) {
    at += chance.wait(underWay.newsEvery) * DAY
    // From the start of the day: whoever gets in touch does so at some time of it.
    yield* wait(hours.midnight(hours.dayOf(at)))
    const still = members.filter((member) => openReferral(member) !== undefined && isAlive(member))
    if (still.length === 0) return
    family.follow({ to: 'contact', members: still, at: arrival(family, at) })
  }
}
