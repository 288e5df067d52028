/** Where each element of a return belongs, 2017 to 2026. Wrappers that some exports leave out are transparent. */
const within: Readonly<Record<string, readonly string[]>> = {
  Message: ['Header', 'Children'],
  Header: ['CollectionDetails', 'Source', 'Content'],
  CollectionDetails: ['Collection', 'Year', 'ReferenceDate'],
  Source: ['SourceLevel', 'LEA', 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'],
  Content: ['CBDSLevels'],
  CBDSLevels: ['CBDSLevel'],
  Children: ['Child'],
  Child: ['ChildIdentifiers', 'ChildCharacteristics', 'CINdetails'],
  ChildIdentifiers: [
    ...['LAchildID', 'UPN', 'FormerUPN', 'UPNunknown', 'PersonBirthDate', 'ExpectedPersonBirthDate'],
    ...['GenderCurrent', 'Sex', 'PersonDeathDate'],
  ],
  ChildCharacteristics: ['Ethnicity', 'Disabilities', 'Disability'],
  Disabilities: ['Disability'],
  CINdetails: [
    ...['CINreferralDate', 'ReferralSource', 'PrimaryNeedCode', 'CINclosureDate', 'ReasonForClosure'],
    ...['DateOfInitialCPC', 'Assessments', 'CINPlanDates', 'Section47', 'ReferralNFA', 'ChildProtectionPlans'],
  ],
  Assessments: [
    ...['AssessmentActualStartDate', 'AssessmentInternalReviewDate', 'AssessmentAuthorisationDate'],
    ...['FactorsIdentifiedAtAssessment', 'AssessmentFactors'],
  ],
  FactorsIdentifiedAtAssessment: ['AssessmentFactors'],
  CINPlanDates: ['CINPlanStartDate', 'CINPlanEndDate'],
  Section47: ['S47ActualStartDate', 'InitialCPCtarget', 'DateOfInitialCPC', 'ICPCnotRequired'],
  ChildProtectionPlans: [
    ...['CPPstartDate', 'CPPendDate', 'InitialCategoryOfAbuse', 'LatestCategoryOfAbuse', 'NumberOfPreviousCPP'],
    ...['Reviews', 'CPPreviewDate'],
  ],
  Reviews: ['CPPreviewDate'],
}

const known = new Set(['Message', ...Object.values(within).flat()])

/** Read wherever they stand within the child, the episode or the item that they belong to. */
const anywhere = new Set([
  ...['Header', 'Child', ...(within['ChildIdentifiers'] ?? []), 'Ethnicity', 'Disability'],
  ...['ReferralNFA', 'AssessmentFactors', 'CPPreviewDate'],
])

/** Elements that are understood and still not recorded, and why. */
const notRecorded: Readonly<Record<string, string>> = {
  InitialCPCtarget: 'It is not recorded: the last day for the conference is worked out here.',
}

/** Why an element within another is left out of the import, if it is. Of what is left out, only the outermost is told. */
export function whyLeftOut(element: string, parent: string | undefined): string | undefined {
  if (parent === undefined || !known.has(parent)) return undefined
  if (!known.has(element)) return 'It is not an element that is read here.'
  if (!anywhere.has(element) && !within[parent]?.includes(element))
    return `It is not read inside ${parent}: returns have it elsewhere.`
  return notRecorded[element]
}
