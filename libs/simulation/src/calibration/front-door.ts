import { bands, weights } from '../chance/weights.js'

export const groups = ['police', 'schools', 'health', 'council', 'people', 'housing', 'law', 'others'] as const
export type Group = (typeof groups)[number]

/**
 * Sources, in groups. `ofReferrals` is the share of all referrals: England for police, schools and health, the rest
 * ours. `converts` is how likely a contact becomes one, against others (ours: the police tell of much that goes no
 * further). `domesticAbuse` is how often that is a concern (ours; about a quarter of all contacts, needs N11).
 */
export const sources = {
  police: { ofReferrals: 28.3, converts: 0.8, domesticAbuse: 0.42, codes: weights({ '6': 1 }) },
  schools: { ofReferrals: 20.6, converts: 1.1, domesticAbuse: 0.09, codes: weights({ '2A': 1 }) },
  health: {
    ofReferrals: 15.2,
    converts: 1.2,
    domesticAbuse: 0.16,
    codes: weights({ '3A': 12, '3B': 22, '3C': 12, '3D': 8, '3E': 28, '3F': 18 }),
  },
  council: {
    ofReferrals: 13.5,
    converts: 1.3,
    domesticAbuse: 0.14,
    codes: weights({ '2B': 20, '5A': 24, '5B': 40, '5C': 16 }),
  },
  people: {
    ofReferrals: 9.5,
    converts: 0.9,
    domesticAbuse: 0.14,
    codes: weights({ '1A': 52, '1B': 20, '1C': 8, '1D': 8, '9': 12 }),
  },
  housing: { ofReferrals: 2, converts: 0.8, domesticAbuse: 0.18, codes: weights({ '4': 1 }) },
  law: { ofReferrals: 4, converts: 1, domesticAbuse: 0.4, codes: weights({ '7': 1 }) },
  others: { ofReferrals: 6.9, converts: 1, domesticAbuse: 0.22, codes: weights({ '8': 92, '10': 8 }) },
} as const

/** Primary need of what comes in. Ours. */
export const needs = weights({ N1: 56, N2: 8, N3: 5, N4: 10, N5: 14, N6: 3, N7: 1, N8: 2, N9: 1 })

/** From contact to decision. `converts` by what the histories hold: 25-35 % together (local, not published). */
export const contacts = {
  converts: { nothing: 0.25, contact: 0.3, referral: 0.47, plan: 0.72 },
  priority: weights({ RED: 8, AMBER: 42, GREEN: 50 }),
  priorityConverts: { RED: 2.3, AMBER: 1.2, GREEN: 0.62 },
  otherwise: weights({ NFA: 34, INFO_ADVICE: 31, SIGNPOST: 14, EH_REFERRAL: 21 }),
  /** Working days: most are decided within one (needs N13). */
  decided: {
    RED: bands({ 0: 75, 1: 20, 2: 5 }),
    AMBER: bands({ 0: 72, 1: 20, 2: 5, '3 to 5': 3 }),
    GREEN: bands({ 0: 56, 1: 33, 2: 6, '3 to 5': 4, '6 to 12': 1 }),
  },
  aboutOne: 0.2,
  siblingsApart: 0.1,
  strategyAtOnce: 0.35,
  informed: 0.72,
} as const

/** What is written down before a decision. Ours; most and not all (needs N4, D). */
export const screening = {
  started: 0.88,
  rated: 0.86,
  requests: bands({ 0: 36, 1: 30, 2: 22, 3: 12 }),
  agencies: weights({
    ...{ EDUCATION: 30, HEALTH: 30, POLICE: 26, HOUSING: 6, EARLY_HELP: 10, PROBATION: 4, ADULT_SOCIAL_CARE: 6 },
  }),
  /** Working days to a reply. */
  replies: bands({ 0: 50, 1: 32, '2 to 3': 13, '4 to 8': 5 }),
  unanswered: 0.07,
  givenUp: 0.55,
  consent: 0.84,
  position: weights({ GIVEN: 62, SOUGHT: 12, REFUSED: 8, NOT_NEEDED: 18 }),
  voice: 0.66,
  concluded: 0.9,
  history: 0.93,
} as const

/** What follows a consultation (needs N3). Ours. */
export const followUps = weights({ WILL_REFER: 45, AGENCY_CONTINUES: 28, EARLY_HELP: 17, NOTHING: 10 })

/** From referral to allocation. 6.5 % end there (England); 90 % are decided in a working day (local, Darlington). */
export const referrals = {
  outcomes: weights({
    ...{ NFA: 2.2, ADVICE: 1.6, STEP_DOWN_EH: 2.4, TRANSFER: 0.5, STRATEGY_S47: 16, OTHER: 0.3, ASSESSMENT: 77 },
  }),
  decided: bands({ 0: 60, 1: 31, 2: 5, '3 to 5': 3, '6 to 15': 1 }),
  informed: 0.85,
  /** Hours: 24 is the policy. */
  allocated: bands({ '0.5 to 6': 45, '6 to 23': 38, '24 to 72': 11, '72 to 360': 5, '360 to 900': 1 }),
  siblingsApart: 0.15,
} as const
