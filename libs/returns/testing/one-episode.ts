import fc from 'fast-check'
import { childOf } from './writing.js'

const day = fc.constantFrom(
  '2024-06-03',
  '2024-07-01',
  '2024-10-01',
  '2025-02-03',
  '2025-06-02',
  '2026-01-05',
  '2099-01-01',
)
const category = fc.constantFrom('NEG', 'PHY', 'EMO', 'MUL')

/** What returns may say, each otherwise, of one child with one referral, one assessment and one protection plan. */
export const oneEpisode = fc.record(
  {
    upn: fc.constantFrom('P123456789123', 'A301000000001', 'A123456789123'),
    formerUpn: fc.constantFrom('X1', 'X2', 'X3'),
    nfa: fc.constantFrom('0', '1'),
    closedOn: day,
    closure: fc.constantFrom('RC7', 'RC5', 'RC9'),
    internalReview: day,
    authorised: day,
    factor: fc.constantFrom('4B', '16A', '5A'),
    category,
    latestCategory: category,
    previousPlans: fc.constantFrom('0', '1', '2'),
    reviews: fc.uniqueArray(day, { maxLength: 2 }),
    ended: day,
  },
  { requiredKeys: ['reviews'] },
)

type OneEpisode = typeof oneEpisode extends fc.Arbitrary<infer E> ? E : never

/** The Child block that says so. */
export function childSaying(said: OneEpisode): string {
  return childOf(
    entry('UPN', said.upn) + entry('FormerUPN', said.formerUpn),
    `<CINreferralDate>2024-06-03</CINreferralDate><ReferralSource>6</ReferralSource>
${entry('CINclosureDate', said.closedOn)}${entry('ReasonForClosure', said.closure)}
<Assessments><AssessmentActualStartDate>2024-06-03</AssessmentActualStartDate>
${entry('AssessmentInternalReviewDate', said.internalReview)}${entry('AssessmentAuthorisationDate', said.authorised)}
${entry('AssessmentFactors', said.factor)}</Assessments>${entry('ReferralNFA', said.nfa)}
<ChildProtectionPlans><CPPstartDate>2024-07-01</CPPstartDate>${entry('CPPendDate', said.ended)}
${entry('InitialCategoryOfAbuse', said.category)}${entry('LatestCategoryOfAbuse', said.latestCategory)}
${entry('NumberOfPreviousCPP', said.previousPlans)}
${said.reviews.map((each) => entry('CPPreviewDate', each)).join('')}</ChildProtectionPlans>`,
  )
}

function entry(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`
}
