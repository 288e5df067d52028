import { codeList } from './code-list.js'

export const earlyHelpEndReason = codeList('earlyHelpEndReason', 'Why early help ended', 'SSD early help end reason', [
  { code: 'OUTCOMES_MET', label: 'Outcomes met' },
  { code: 'STEP_UP', label: "Stepped up to children's social care" },
  { code: 'NFA', label: 'No further action' },
] as const)

export const oversightView = codeList('oversightView', "The manager's view", 'Ours (needs N10)', [
  { code: 'AGREE', label: 'Agrees' },
  { code: 'AGREE_WITH_ACTIONS', label: 'Agrees, with actions' },
  { code: 'DISAGREE', label: 'Disagrees' },
] as const)

export const relation = codeList('relation', 'Relation', 'Ours', [
  { code: 'SIBLING', label: 'Brother or sister' },
  { code: 'HALF_SIBLING', label: 'Half-brother or half-sister' },
  { code: 'STEP_SIBLING', label: 'Step-brother or step-sister' },
  { code: 'HOUSEHOLD', label: 'Lives in the same household' },
  { code: 'PARENT', label: 'Parent who is also a child' },
  { code: 'CHILD', label: 'Child of this child' },
  { code: 'OTHER', label: 'Other' },
] as const)
