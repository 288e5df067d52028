import { assessments, oversight } from '../calibration.js'
import { type Moment, apart, does, inOrder, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, openAssessment, openReferral } from '../family/member.js'
import { DAY, MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { type Outcome, complete } from './completing.js'
import { overseen } from './oversight.js'
import { caseManager, caseWorker } from './people.js'
import { shareSafetyPlan } from './safety.js'
import { see } from './sight.js'
import { missed } from './timescale.js'
import { heard } from './voice.js'

const idOf = (member: Member) => openAssessment(member)?.id

/** An assessment, from its start to a manager's authorisation. */
export function* assess(family: Family, members: readonly Member[], outcome: Outcome, allocated: number): Life {
  const { chance, hours } = family
  const start = hours.later(allocated, chance.whole(chance.among(assessments.startsAfter)), chance)
  const about = yield* does(family, {
    act: 'start-assessment',
    by: caseWorker(family, members, start),
    at: start,
    about: members,
    input: on(
      (member) => openReferral(member)?.id,
      (referral, member) => (openAssessment(member) ? undefined : { referral }),
    ),
  })
  const ids = new Map(about.map((member) => [member, idOf(member)]))
  const end = hours.later(start, chance.whole(chance.among(assessments.takes)), chance)
  const completed = Math.max(
    start + 20 * MINUTE,
    hours.whenOpen(end - chance.whole([0, 5]) * DAY, chance) - 40 * MINUTE,
  )
  const authorised = Math.max(end, completed + 20 * MINUTE)
  yield* inOrder(momentsOf(family, about, start, completed))
  yield* complete(family, about, outcome, completed, authorised)
  yield* missed(family, { members: about, idOf: (member) => ids.get(member) }, 'assessment', start, authorised)
}

/** What happens while it is under way, as far as there is time for it. */
function momentsOf(family: Family, about: readonly Member[], start: number, end: number): readonly Moment[] {
  const { chance, hours } = family
  const matter = { members: about, idOf }
  const moments: Moment[] = []
  const sometimes = (share: number, at: number, tell: (at: number) => Life) => {
    if (chance.is(share) && at < end) moments.push({ at, tell })
  }
  const seen = Math.min(hours.later(start, chance.whole(chance.among(assessments.seenAfter)), chance), end - MINUTE)
  const worker = caseWorker(family, about, seen)
  sometimes(assessments.seen, seen, (at) => apart(family, at, see(family, matter, at, worker)))
  sometimes(assessments.voice, seen + MINUTE / 2, (at) => heard(family, matter, at, worker))
  sometimes(0.45, hours.later(seen, chance.whole([4, 16]), chance), (at) =>
    apart(family, at, see(family, matter, at, worker)),
  )
  sometimes(assessments.safetyPlan, hours.later(start, chance.whole([0, 6]), chance), (at) =>
    shareSafetyPlan(family, matter, at),
  )
  for (const days of assessments.reviews)
    sometimes(assessments.reviewed, hours.later(start, chance.whole(chance.among(days)), chance), (at) =>
      review(family, about, at),
    )
  sometimes(oversight.assessment, start + chance.between([0.2, 0.9]) * (end - start), (at) =>
    overseen(family, 'case', about, idOf, Math.min(hours.whenOpen(at, chance), end)),
  )
  return moments
}

/** A manager's review, after ten and after twenty working days. */
function* review(family: Family, about: readonly Member[], at: number): Life {
  const { chance } = family
  const outcome = chance.is(0.8) ? 'ON_TRACK' : chance.is(0.6) ? 'MORE_TIME' : 'FINISH'
  const words = writing(family)
  yield* does(family, {
    act: 'review-assessment',
    by: caseManager(family, about, at),
    at,
    about,
    input: on(idOf, (assessment, member) => ({ assessment, outcome, note: words(`review-${outcome}`, member) })),
  })
}
