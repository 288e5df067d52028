import { type InputOfAct, type Worker, codes } from '@front-door/case-flow'
import { assessments, matters, mistakes } from '../calibration.js'
import { type Deed, does, on, tries } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, openAssessment } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { caseManager, caseWorker, otherManager } from './people.js'
import { voiceOf } from './voice.js'

type Factor = InputOfAct<'complete-assessment'>['factors'][number]
export type Outcome = InputOfAct<'complete-assessment'>['outcome']

const unwritten = (member: Member) => {
  const assessment = openAssessment(member)
  return assessment && assessment.stage !== 'completed' ? assessment.id : undefined
}
const written = (member: Member) => {
  const assessment = openAssessment(member)
  return assessment?.stage === 'completed' ? assessment.id : undefined
}

/** From the first draft to the authorisation. Some go back to their author in between. */
export function* complete(family: Family, about: readonly Member[], outcome: Outcome, from: number, to: number): Life {
  const { chance, hours } = family
  const author = chance.is(mistakes.provoked) ? caseManager(family, about, from) : caseWorker(family, about, from)
  yield* write(family, about, outcome, from, author)
  if (to - from > 2 * DAY && chance.is(assessments.returned)) {
    const within = [0.3, 0.7].map((share) => Math.min(hours.whenOpen(from + share * (to - from), chance), to))
    const [returned = to, again = to] = within.sort((one, other) => one - other)
    yield* sendBack(family, about, returned)
    yield* write(family, about, outcome, again, author)
  }
  yield* authorise(family, about, to, author)
}

/** What the worker wrote. Most matters are there; what identity meant least often, and then with little in it. */
function* write(family: Family, about: readonly Member[], outcome: Outcome, at: number, by: Worker): Life {
  const factors = factorsFor(family, outcome, at)
  const words = writing(family)
  const sometimes = (name: keyof typeof matters, member: Member) =>
    family.chance.is(matters[name])
      ? words(name === 'childView' ? voiceOf(family, member, at) : name, member)
      : undefined
  yield* does(family, {
    act: 'complete-assessment',
    by,
    at,
    about,
    input: on(unwritten, (assessment, member) => ({
      ...{ assessment, outcome, factors, analysis: words(`assessment-${analysisOf(outcome)}`, member) },
      childView: sometimes('childView', member),
      history: sometimes('history', member),
      partnerInformation: sometimes('partnerInformation', member),
      risk: sometimes('risk', member),
      strengths: sometimes('strengths', member),
      equalities: sometimes('equalities', member),
      familyEngagement: sometimes('familyEngagement', member),
    })),
  })
}

function* sendBack(family: Family, about: readonly Member[], at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'return-assessment',
    by: caseManager(family, about, at),
    at,
    about,
    input: on(written, (assessment, member) => ({ assessment, reason: words('returned', member) })),
  })
}

/** Nobody authorises what they wrote; a few try. */
function* authorise(family: Family, about: readonly Member[], at: number, author: Worker): Life {
  const authors = about.flatMap((member) => openAssessment(member)?.authors ?? [])
  const words = writing(family)
  const deed: Deed<'authorise-assessment'> = {
    act: 'authorise-assessment',
    by: otherManager(family, about, at, authors),
    at,
    about,
    entry: 'filed',
    input: on(written, (assessment, member) => ({
      assessment,
      ...(family.chance.is(0.45) ? { comment: words('authorised', member) } : {}),
    })),
  }
  if (author.role === 'team-manager' || family.chance.is(mistakes.provoked))
    yield* tries(family, { ...deed, by: author })
  yield* does(family, deed)
}

/** Of those that were in use then: the list has grown over the years. */
function factorsFor({ chance, hours }: Family, outcome: Outcome, at: number): readonly Factor[] {
  if (outcome === 'NFA' && chance.is(0.45)) return ['21']
  const count = chance.whole([1, 4])
  const some = new Set(Array.from({ length: count }, () => chance.among(assessments.factors)))
  const inUse = [...some].filter((factor) => codes.inUse(codes.assessmentFactor, factor, hours.dayOf(at)))
  return inUse.length > 0 ? inUse : ['20']
}

function analysisOf(outcome: Outcome): 'ends' | 'early-help' | 'services' {
  if (outcome === 'STEP_DOWN_EH') return 'early-help'
  return outcome === 'NFA' || outcome === 'REFERRAL_TO_OTHER_AGENCY' ? 'ends' : 'services'
}
