import type { ChildEvent, Worker } from '@front-door/case-flow'
import { mistakes } from '../calibration.js'
import { does, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isMerged } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { instead } from './instead.js'
import { businessSupport, caseManager, caseWorker, earlyHelper, otherManager, screener } from './people.js'

/** Something was written down wrongly. It is noticed hours or weeks later, and put right. */
export function* correct(family: Family, member: Member, event: ChildEvent): Life {
  const changed = instead(family, member, event)
  if (!changed) return
  const at = noticed(family)
  yield* wait(at)
  const authors = authorsOnceAuthorised(member, event)
  // Left as it is where it is authorised while somebody is about to correct it.
  const isGone = () => isMerged(member) || (authors === undefined && authorsOnceAuthorised(member, event) !== undefined)
  yield* does(family, {
    act: 'correct-decision',
    by: authors ? otherManager(family, [member], at, authors) : alike(family, member, event, at),
    at,
    about: [member],
    input: () => (isGone() ? undefined : { event: event.id, changed, reason: writing(family)('correction', member) }),
  })
}

/** It should not have been written down at all. */
export function* withdraw(family: Family, member: Member, event: ChildEvent | undefined): Life {
  if (!event) return
  const at = noticed(family)
  yield* does(family, {
    act: 'correct-decision',
    by: caseManager(family, [member], at),
    at,
    about: [member],
    input: () =>
      isMerged(member)
        ? undefined
        : { event: event.id, withdrawn: true, reason: writing(family)('withdrawal', member) },
  })
}

function noticed({ chance, hours, now }: Family): number {
  return hours.whenOpen(now + chance.between(chance.among(mistakes.afterDays)) * DAY, chance)
}

/** Who worked on the assessment that an entry completes, where it is authorised: it is for another manager then. */
function authorsOnceAuthorised({ history }: Member, event: ChildEvent): readonly string[] | undefined {
  if (event.type !== 'AssessmentCompleted') return undefined
  const assessment = history.state.assessments.find(({ id }) => id === event.data.assessment)
  return assessment?.stage === 'authorised' ? assessment.authors : undefined
}

/** Somebody who does the same work as whoever wrote the entry. What a partner told is for business support. */
function alike(family: Family, member: Member, { worker }: ChildEvent, at: number): Worker {
  switch (worker.role) {
    case 'business-support':
    case 'partner':
      return businessSupport(family, at)
    case 'screening-social-worker':
    case 'edt':
      return screener(family, at)
    case 'early-help-co-ordinator':
      return earlyHelper(family, at)
    case 'team-manager':
      return caseManager(family, [member], at)
    default:
      return caseWorker(family, [member], at)
  }
}
