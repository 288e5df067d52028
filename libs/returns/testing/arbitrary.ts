import fc from 'fast-check'
import { childOf, returnOf } from './writing.js'

/** Days near one another, so that they meet; some that do not exist, and some that are no days at all. */
const day = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('2024-06-03', '2024-06-04', '2024-07-01', '2025-01-06', '2025-04-10', '2025-11-03'),
  },
  { weight: 2, arbitrary: fc.constantFrom('2099-01-01', '1901-02-03', '2021-02-30', '', 'soon', '3/6/2024') },
)
const yesNo = fc.constantFrom('1', '0', 'true', 'false', 'N', '', 'maybe')
const category = fc.constantFrom('NEG', 'PHY', 'EMO', 'MUL', 'XXX', 'NOT_STATED')

const entry = (name: string, text: fc.Arbitrary<string>) =>
  fc.option(
    text.map((each) => `<${name}>${each}</${name}>`),
    { nil: '', freq: 5 },
  )
const group = (name: string, ...entries: readonly fc.Arbitrary<string>[]) =>
  fc
    .array(
      fc.tuple(...entries).map((each) => `<${name}>${each.join('')}</${name}>`),
      { maxLength: 2 },
    )
    .map((all) => all.join('\n'))

const episode = fc
  .tuple(
    entry('CINreferralDate', day),
    entry('ReferralSource', fc.constantFrom('6', '2A', '99')),
    entry('PrimaryNeedCode', fc.constantFrom('N1', 'N4', 'N99')),
    entry('CINclosureDate', day),
    entry('ReasonForClosure', fc.constantFrom('RC2', 'RC7', 'RC8', 'RC99', 'NOT_STATED')),
    entry('DateOfInitialCPC', day),
    group(
      'Assessments',
      entry('AssessmentActualStartDate', day),
      entry('AssessmentInternalReviewDate', day),
      entry('AssessmentInternalReviewDate', day),
      entry('AssessmentAuthorisationDate', day),
      entry('AssessmentFactors', fc.constantFrom('21', '4B', '16A')),
      entry('AssessmentFactors', fc.constantFrom('21', '4B', '16A', '0')),
    ),
    group('CINPlanDates', entry('CINPlanStartDate', day), entry('CINPlanEndDate', day)),
    group(
      'Section47',
      entry('S47ActualStartDate', day),
      entry('DateOfInitialCPC', day),
      entry('ICPCnotRequired', yesNo),
    ),
    entry('ReferralNFA', yesNo),
    group(
      'ChildProtectionPlans',
      entry('CPPstartDate', day),
      entry('CPPendDate', day),
      entry('InitialCategoryOfAbuse', category),
      entry('LatestCategoryOfAbuse', category),
      entry('NumberOfPreviousCPP', fc.constantFrom('0', '1', '-1')),
      entry('CPPreviewDate', day),
      entry('CPPreviewDate', day),
    ),
  )
  .map((each) => each.join('\n'))

const person = fc
  .tuple(
    entry('LAchildID', fc.constantFrom('T1', 'T1', 'T2', 'not one')),
    entry('UPN', fc.constantFrom('P123456789123', 'A301000000001', 'A123456789123', 'wrong')),
    entry('FormerUPN', fc.constantFrom('X98765432123B', 'P123456789123')),
    entry('UPNunknown', fc.constantFrom('UN1', 'UN7', 'UN9')),
    entry('PersonBirthDate', day),
    entry('ExpectedPersonBirthDate', day),
    entry('Sex', fc.constantFrom('M', 'F', 'U', '1', 'x')),
    entry('GenderCurrent', fc.constantFrom('0', '1', '2', '9')),
    entry('PersonDeathDate', day),
    entry('Ethnicity', fc.constantFrom('WBRI', 'WIRI', 'ZZZZ')),
    entry('Disability', fc.constantFrom('NONE', 'MOB')),
    entry('Disability', fc.constantFrom('LD', 'MOB')),
  )
  .map((each) => each.join(''))

const child = fc
  .tuple(person, fc.array(episode, { maxLength: 3 }))
  .map(([about, episodes]) => childOf(about, ...episodes))

/** The children of a return, as contradictory as can be, some of them twice. */
const children = fc
  .tuple(fc.array(child, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([each, twice]) => (twice ? [...each, ...each] : each).join('\n'))

const referenceDate = fc.constantFrom('2025-03-31', '2026-03-31')

const returnsWith = (referenceDates: fc.Arbitrary<readonly string[]>) =>
  fc
    .tuple(fc.array(children, { minLength: 2, maxLength: 3 }), fc.option(referenceDates, { freq: 4 }))
    .map(([contents, days]) =>
      contents.map((each, at) => (days ? returnOf(each, days[at]) : `<Message><Children>${each}</Children></Message>`)),
    )

const threeDates = fc.tuple(referenceDate, referenceDate, referenceDate)

/** Two or three returns about the same children, in any order of the days they speak of, or all without a header. */
export const returns = returnsWith(threeDates)

/** The same, none as of an earlier day than the one before. */
export const returnsInOrder = returnsWith(threeDates.map((days) => days.toSorted()))
