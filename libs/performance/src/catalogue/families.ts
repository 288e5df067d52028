/** A number that a figure shows: how many are `counted`, or `of` how many. */
export type Side = 'counted' | 'of'
export type Count = `${string} ${Side}`

/**
 * Numbers that are parts of one whole, together all of it or not: from all but one of them that one could be worked
 * out.
 */
export interface Family {
  readonly whole: Count
  readonly parts: readonly Count[]
}

/** The figures whose numbers are parts of one another. */
export const families: readonly Family[] = [
  { whole: 'contacts counted', parts: ['contacts-nfa of'] },
  {
    whole: 'contacts-nfa of',
    parts: [
      'contacts-to-referral counted',
      'contacts-nfa counted',
      'contacts-signposted counted',
      'contacts-to-early-help counted',
    ],
  },
  { whole: 'referrals counted', parts: ['referrals-nfa counted', 'referral-to-assessment of'] },
  { whole: 'referrals counted', parts: ['referrals-nfa counted', 'referrals-not-in-need counted'] },
  { whole: 'referrals counted', parts: ['referrals-decided-1wd of'] },
  { whole: 'referral-to-assessment counted', parts: ['referrals-not-in-need counted'] },
  { whole: 'assessments-completed counted', parts: ['assessments-45wd of'] },
  { whole: 'assessments-completed counted', parts: ['assessments-45wd-from-referral of'] },
  { whole: 'assessments-45wd counted', parts: ['assessments-25wd counted'] },
  { whole: 'assessments-45wd counted', parts: ['assessments-45wd-from-referral counted'] },
  { whole: 'assessments-25wd counted', parts: ['assessments-20wd counted'] },
  { whole: 'assessments-20wd counted', parts: ['assessments-10wd counted'] },
  { whole: 'cp-plans-over-2-years of', parts: ['cp-reviews-on-time of'] },
  { whole: 'cin-open counted', parts: ['unallocated of'] },
  { whole: 'unallocated of', parts: ['unallocated counted', 'caseload-mean counted'] },
  { whole: 'step-downs counted', parts: ['re-referrals-after-step-down of'] },
]

/**
 * Numbers that count the same, or in most places nearly: a conference follows from its enquiry, and a plan from its
 * conference.
 */
export const alike: readonly (readonly Count[])[] = [
  ['contacts counted', 'contacts-to-referral of'],
  ['contacts-to-referral counted', 'referrals counted'],
  ['contacts-nfa of', 'contacts-signposted of', 'contacts-to-early-help of'],
  [
    'referrals counted',
    'referrals-rate counted',
    're-referrals of',
    'referrals-by-source of',
    'referrals-nfa of',
    'referrals-not-in-need of',
  ],
  ['assessments-completed counted', 'assessments-nfa of'],
  [
    'assessments-45wd of',
    'assessments-10wd of',
    'assessments-20wd of',
    'assessments-25wd of',
    'assessment-days-median of',
    'assessment-days-mean of',
  ],
  ['s47 counted', 's47-rate counted', 's47-to-icpc of'],
  ['s47-to-icpc counted', 'icpc counted', 'icpc-15wd of', 'icpc-to-plan of'],
  ['icpc-to-plan counted', 'cp-plans-started counted', 'cp-repeat-plans of'],
  ['cin-open counted', 'missing-data of'],
]

const figureOf = (count: Count) => count.split(' ')[0] ?? ''
const groups = [...families.map(({ whole, parts }) => [whole, ...parts]), ...alike].map((counts) =>
  counts.map(figureOf),
)

/** The ids, and those of all figures whose numbers have to do with theirs, however far off. */
export function relatedTo(ids: readonly string[]): readonly string[] {
  const related = new Set(ids)
  for (let before = 0; before < related.size;) {
    before = related.size
    for (const group of groups) if (group.some((id) => related.has(id))) for (const id of group) related.add(id)
  }
  return [...related]
}
