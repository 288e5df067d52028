import { codeList } from './code-list.js'

export const priority = codeList('priority', 'Priority', 'Ours (needs N4); the hours of each are in the policy', [
  { code: 'RED', label: 'Red' },
  { code: 'AMBER', label: 'Amber' },
  { code: 'GREEN', label: 'Green' },
] as const)

export const agency = codeList('agency', 'Agency', 'Ours (needs N4 and N7)', [
  { code: 'POLICE', label: 'Police' },
  { code: 'HEALTH', label: 'Health' },
  { code: 'EDUCATION', label: 'Education' },
  { code: 'HOUSING', label: 'Housing' },
  { code: 'EARLY_HELP', label: 'Early help' },
  { code: 'PROBATION', label: 'Probation' },
  { code: 'ADULT_SOCIAL_CARE', label: 'Adult social care' },
  { code: 'DOMESTIC_ABUSE', label: 'Domestic abuse service' },
  { code: 'SUBSTANCE_MISUSE', label: 'Substance misuse service' },
  { code: 'OTHER_AUTHORITY', label: 'Another local authority' },
  { code: 'SOCIAL_CARE', label: "Children's social care" },
  { code: 'OTHER', label: 'Other' },
] as const)

export const consent = codeList('consent', 'Consent position', 'Ours (needs N4)', [
  { code: 'SOUGHT', label: 'Asked for, no answer yet' },
  { code: 'GIVEN', label: 'Given' },
  { code: 'REFUSED', label: 'Refused' },
  { code: 'NOT_NEEDED', label: 'Not needed' },
] as const)

/** How the child's voice was heard; a child who cannot yet talk and an unborn child have one too (needs N6). */
export const voiceHow = codeList('voiceHow', 'How the child was heard', 'Ours (needs N4 and N6)', [
  { code: 'SAID', label: 'The child told us' },
  { code: 'SEEN', label: 'What was seen of the child' },
  { code: 'THROUGH_OTHERS', label: 'Through someone who knows the child' },
  { code: 'CANNOT_YET_TALK', label: 'The child cannot yet talk: what might they say?' },
  { code: 'UNBORN', label: 'The child is not yet born: what will they need?' },
] as const)
