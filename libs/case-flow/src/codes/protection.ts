import { codeList } from './code-list.js'

/** Category of a child protection plan. */
export const abuseCategory = codeList(
  'abuseCategory',
  'Category of abuse',
  'CIN census 2025-26, CBDS N00113 and N00114',
  [
    { code: 'NEG', label: 'Neglect' },
    { code: 'PHY', label: 'Physical abuse' },
    { code: 'SAB', label: 'Sexual abuse' },
    { code: 'EMO', label: 'Emotional abuse' },
    { code: 'MUL', label: 'Multiple (discouraged)' },
    { code: 'NOT_STATED', label: 'Not stated', imported: true },
  ] as const,
)

export const strategyOutcome = codeList('strategyOutcome', 'What was decided', 'Ours (needs N7)', [
  { code: 'SECTION_47', label: 'Section 47 enquiry' },
  { code: 'ASSESSMENT', label: 'Assessment without a section 47 enquiry' },
  { code: 'EARLY_HELP', label: 'Early help' },
  { code: 'NFA', label: 'No further action' },
] as const)

export const enquiryBy = codeList('enquiryBy', 'Who carries out the enquiry', 'Ours (needs N7)', [
  { code: 'JOINT', label: 'Police and social care jointly' },
  { code: 'SOCIAL_CARE', label: 'Social care alone' },
  { code: 'POLICE', label: 'Police alone' },
] as const)

export const jointly = codeList('jointly', 'With the police', 'Ours (needs N7)', [
  { code: 'JOINT', label: 'Jointly with the police' },
  { code: 'SINGLE', label: 'By one agency' },
  { code: 'NONE', label: 'There were none' },
] as const)

/** NOT_STATED is for imported history only. */
export const section47Outcome = codeList('section47Outcome', 'Outcome', 'SSD section 47 outcomes', [
  { code: 'ICPC', label: 'Initial child protection conference' },
  { code: 'NFA_CONTINUE', label: 'No further action under section 47; the assessment continues' },
  { code: 'S17', label: 'Services under section 17' },
  { code: 'S17_SB', label: 'Short breaks under section 17' },
  { code: 'MONITOR', label: 'Another agency monitors the child' },
  { code: 'LEGAL', label: 'Legal action' },
  { code: 'NFA', label: 'No further action' },
  { code: 'OTHER', label: 'Other' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

export const conferenceKind = codeList('conferenceKind', 'Kind of conference', 'CIN census section 4; timescales', [
  { code: 'INITIAL', label: 'Initial child protection conference' },
  { code: 'TRANSFER_IN', label: 'Transfer-in conference of a child who moved here on a plan' },
] as const)

/** NOT_STATED is for imported history only. */
export const conferenceOutcome = codeList('conferenceOutcome', 'Outcome', 'SSD conference outcomes', [
  { code: 'CP', label: 'Child protection plan' },
  { code: 'PROV_OF_SERVICES', label: 'Child in need plan' },
  { code: 'SINGLE_ASSESSMENT', label: 'Assessment' },
  { code: 'REFERRAL_TO_OTHER_AGENCY', label: 'Referred to another agency' },
  { code: 'NFA', label: 'No further action' },
  { code: 'OTHER', label: 'Other' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

export const planReviewOutcome = codeList('planReviewOutcome', 'Outcome of the review', 'Ours', [
  { code: 'CONTINUE', label: 'The plan continues' },
  { code: 'END', label: 'The plan ends' },
] as const)

export const planEndReason = codeList('planEndReason', 'Why the plan ended', 'Ours', [
  { code: 'NO_LONGER_NEEDED', label: 'The plan is no longer needed' },
  { code: 'PROTECTION_PLAN', label: 'A child protection plan takes its place' },
  { code: 'CIN_PLAN', label: 'A child in need plan takes its place' },
  { code: 'LOOKED_AFTER', label: 'The child is looked after' },
  { code: 'MOVED', label: 'The child moved to another authority' },
  { code: 'ADULT', label: 'The child turned 18' },
  { code: 'DIED', label: 'The child died' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)
