import type { Day } from '@front-door/calendar'
import { codes } from '@front-door/case-flow'
import type { CinAssessment, CinEpisode, CinItem, CinPlan, CinProtectionPlan, CinSection47 } from './child.js'
import { type Entry, everythingIn, isEmpty } from './xml/entry.js'
import { type Problem, aCode, aCount, aDay, aYesNo, value, values } from './value.js'

const aSource = aCode(codes.contactSource)
const aNeed = aCode(codes.primaryNeed)
const aClosure = aCode(codes.closureReason)
const aFactor = aCode(codes.assessmentFactor)
const aCategory = aCode(codes.abuseCategory)

/** What a CINdetails says. `ordinalOf` gives its place among the child's episodes of the same referral date. */
export function episodeIn(entry: Entry, ordinalOf: (referralDate: Day | undefined) => number): CinEpisode {
  const problems: Problem[] = []
  const own = entry.within
  const referralDate = value(own, 'CINreferralDate', aDay, problems)
  return {
    line: entry.line,
    referralDate,
    ordinal: ordinalOf(referralDate),
    source: value(own, 'ReferralSource', aSource, problems),
    need: value(own, 'PrimaryNeedCode', aNeed, problems),
    nfa: value(everythingIn(entry), 'ReferralNFA', aYesNo, problems),
    closedOn: value(own, 'CINclosureDate', aDay, problems),
    closure: value(own, 'ReasonForClosure', aClosure, problems),
    transferIn: value(own, 'DateOfInitialCPC', aDay, problems),
    assessments: items(own, assessment, problems),
    cinPlans: items(own, cinPlan, problems),
    section47s: items(own, section47, problems),
    protectionPlans: items(own, protectionPlan, problems),
    problems,
  }
}

/** How one kind of group is read: its element, the element that dates it, and the rest of what it says. */
interface Group<I extends CinItem> {
  readonly element: string
  readonly start: string
  readonly what: string
  readonly read: (start: CinItem, entry: Entry, problems: Problem[]) => I
}

const FACTORS = ['AssessmentFactors', 'FactorsIdentifiedAtAssessment']

const assessment: Group<CinAssessment> = {
  element: 'Assessments',
  start: 'AssessmentActualStartDate',
  what: 'assessment',
  read: (item, entry, problems) => ({
    ...item,
    authorised: value(entry.within, 'AssessmentAuthorisationDate', aDay, problems),
    factors: values(everythingIn(entry), FACTORS, aFactor, problems),
    reviews: values(entry.within, ['AssessmentInternalReviewDate'], aDay, problems),
  }),
}

const cinPlan: Group<CinPlan> = {
  element: 'CINPlanDates',
  start: 'CINPlanStartDate',
  what: 'child in need plan',
  read: (item, { within }, problems) => ({ ...item, end: value(within, 'CINPlanEndDate', aDay, problems) }),
}

const section47: Group<CinSection47> = {
  element: 'Section47',
  start: 'S47ActualStartDate',
  what: 'section 47 enquiry',
  read: (item, { within }, problems) => ({
    ...item,
    conference: value(within, 'DateOfInitialCPC', aDay, problems),
    conferenceNotRequired: value(within, 'ICPCnotRequired', aYesNo, problems),
  }),
}

const protectionPlan: Group<CinProtectionPlan> = {
  element: 'ChildProtectionPlans',
  start: 'CPPstartDate',
  what: 'child protection plan',
  read: (item, entry, problems) => ({
    ...item,
    end: value(entry.within, 'CPPendDate', aDay, problems),
    category: value(entry.within, 'InitialCategoryOfAbuse', aCategory, problems),
    latestCategory: value(entry.within, 'LatestCategoryOfAbuse', aCategory, problems),
    previousPlans: value(entry.within, 'NumberOfPreviousCPP', aCount, problems),
    reviews: values(everythingIn(entry), ['CPPreviewDate'], aDay, problems),
  }),
}

function items<I extends CinItem>(own: readonly Entry[], group: Group<I>, problems: Problem[]): readonly I[] {
  return own.flatMap((entry) => {
    if (entry.name !== group.element || isEmpty(entry)) return []
    const { line } = entry
    const start = value(entry.within, group.start, aDay, problems)
    if (start !== undefined) return [group.read({ line, start }, entry, problems)]
    const says = `The ${group.what} has no ${group.start} that can be understood, so none of it is recorded.`
    problems.push({ line, element: group.element, says })
    return []
  })
}
