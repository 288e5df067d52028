import { type CodeOf, codeList } from './code-list.js'

/** N1 was called "abuse or neglect" until 2024-25. */
export const primaryNeed = codeList('primaryNeed', 'Primary need', 'CIN census 2025-26, CBDS N00101', [
  { code: 'N1', label: 'Abuse, neglect and exploitation' },
  { code: 'N2', label: "Child's disability" },
  { code: 'N3', label: 'Parental disability or illness' },
  { code: 'N4', label: 'Family in acute stress' },
  { code: 'N5', label: 'Family dysfunction' },
  { code: 'N6', label: 'Socially unacceptable behaviour' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Absent parenting' },
  { code: 'N9', label: 'Cases other than children in need' },
  { code: 'N0', label: 'Not stated' },
] as const)

/** Why a case was closed. */
export const closureReason = codeList('closureReason', 'Reason for closure', 'CIN census 2025-26, CBDS N00103', [
  { code: 'RC1', label: 'Adopted' },
  { code: 'RC2', label: 'Died' },
  { code: 'RC3', label: 'Child arrangements order' },
  { code: 'RC4', label: 'Special guardianship order' },
  { code: 'RC5', label: 'Transferred to services of another local authority' },
  { code: 'RC6', label: 'Transferred to adult social care services' },
  { code: 'RC7', label: 'Services ceased for any other reason, including child no longer in need' },
  { code: 'RC8', label: 'Case closed after assessment, no further action' },
  { code: 'RC9', label: 'Case closed after assessment, referred to early help', from: 2023 },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

/** Why a child was given another worker. */
export const workerChangeReason = codeList('workerChangeReason', 'Reason the worker changed', 'SSD involvements', [
  { code: 'MANAGE', label: 'Managing caseloads' },
  { code: 'FCONTA', label: 'First contact or re-referral' },
  { code: 'LEFTRL', label: 'Previous worker left role' },
  { code: 'ORGRST', label: 'Organisational restructure' },
  { code: 'TSPROC', label: 'Transfer by standard process' },
  { code: 'ABSENC', label: 'Absence cover or return' },
  { code: 'CHCHAN', label: 'Child asked for change' },
  { code: 'PCCHAN', label: 'Parent/carer asked for change' },
  { code: 'SWDIED', label: 'Previous worker died' },
  { code: 'OTHERS', label: 'Other' },
] as const)

/** The SSD value list, with the child who moves in on a protection plan and the transfer to another authority (needs N5). NOT_STATED is imported history. */
export const referralOutcome = codeList('referralOutcome', 'Outcome', 'SSD referral outcomes; ours: TRANSFER', [
  { code: 'NFA', label: 'No further action' },
  { code: 'ADVICE', label: 'Advice, information or signpost' },
  { code: 'STEP_DOWN_EH', label: 'Step down to early help' },
  { code: 'ASSESSMENT', label: 'Assessment' },
  { code: 'STRATEGY_S47', label: 'Strategy discussion or section 47' },
  { code: 'CP_TRANSFER_IN', label: 'Moved here on a child protection plan' },
  { code: 'TRANSFER', label: 'Transferred to another authority' },
  { code: 'OTHER', label: 'Other' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

/** Whether a referral decided so ends there: the census ReferralNFA, no assessment, enquiry or plan follows. */
export function endsReferral(outcome: CodeOf<typeof referralOutcome>): boolean {
  return outcome === 'NFA' || outcome === 'ADVICE' || outcome === 'STEP_DOWN_EH' || outcome === 'TRANSFER'
}
