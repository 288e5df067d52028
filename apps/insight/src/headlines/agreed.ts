/** The facts that everybody at the front door quotes alike, in the order they are told. */
export const headlineIds = [
  'contacts',
  'contacts-to-referral',
  'referrals',
  're-referrals',
  'referrals-decided-1wd',
  'assessments-completed',
  'assessments-45wd',
  'assessments-20wd',
  's47',
  'icpc-15wd',
  'cp-plans-started',
  'cp-reviews-on-time',
  'cin-open',
  'step-downs',
  're-referrals-after-step-down',
  'unallocated',
  'caseload-mean',
  'decisions-overdue',
] as const

/**
 * Of these, what follows each child for 12 months. Of the last twelve months nobody has been followed to the end: they
 * are told of the twelve months before.
 */
export const followedIds = ['re-referrals-after-step-down'] as const satisfies readonly (typeof headlineIds)[number][]
