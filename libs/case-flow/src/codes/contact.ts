import { codeList } from './code-list.js'

/** The SSD value list, with signposting (needs N2) and the contact that belongs to a case already open. */
export const contactOutcome = codeList('contactOutcome', 'Outcome', 'SSD contact outcomes; ours: SIGNPOST, OPEN_CASE', [
  { code: 'NFA', label: 'No further action' },
  { code: 'INFO_ADVICE', label: 'Information and advice' },
  { code: 'SIGNPOST', label: 'Signposted to another service' },
  { code: 'EH_REFERRAL', label: 'Early help' },
  { code: 'CIN_REFERRAL', label: "Referral to children's social care" },
  { code: 'OPEN_CASE', label: 'Passed to the worker of the open case' },
] as const)

export const method = codeList('method', 'How', 'Ours', [
  { code: 'PHONE', label: 'Telephone' },
  { code: 'FORM', label: 'Online form' },
  { code: 'EMAIL', label: 'Email' },
  { code: 'POLICE', label: 'Police notification' },
  { code: 'MEETING', label: 'In person or at a meeting' },
  { code: 'LETTER', label: 'Letter' },
] as const)

/** What a professional will do after talking to a screening social worker, before deciding whether to refer. */
export const consultationFollowUp = codeList('consultationFollowUp', 'What follows', 'Ours (needs N3)', [
  { code: 'AGENCY_CONTINUES', label: 'The agency continues its own support' },
  { code: 'EARLY_HELP', label: 'Early help will be offered' },
  { code: 'WILL_REFER', label: 'The agency will make a referral' },
  { code: 'NOTHING', label: 'Nothing further is needed' },
] as const)
