import type { Range } from '../chance/chance.js'
import { bands, weights } from '../chance/weights.js'

/** Assessments. */
export const assessments = {
  startsAfter: bands({ 0: 52, 1: 30, 2: 12, '3 to 8': 6 }),
  /** Working days. England by bands (85.7 % in 45), moved so that 35 % are done in 20 (table B: 37.2; national 35.2). */
  takes: bands({
    ...{ 0: 1.8, '3 to 10': 12, '11 to 20': 20.2, '21 to 30': 16, '31 to 40': 19, '41 to 45': 15.7 },
    ...{ '46 to 50': 6.3, '51 to 60': 4.8, '61 to 85': 4.4 },
  }),
  /** So that 30 % of all end in nothing more or early help (table B: 33.8; national 27.8). */
  outcomes: {
    alone: weights({
      ...{ NFA: 29, STEP_DOWN_EH: 12, PROV_OF_SERVICES: 54, PROV_OF_SB_CARE: 2, REFERRAL_TO_OTHER_AGENCY: 2.4 },
      ...{ PRIVATE_FOSTERING: 0.3, SPECIALIST_ASSESSMENT: 0.3 },
    }),
    withEnquiry: weights({ NFA: 12, STEP_DOWN_EH: 8, PROV_OF_SERVICES: 78, LEGAL_ACTION: 1, CLA_REQUEST: 1 }),
    withConference: weights({ STRATEGY_S47: 45, PROV_OF_SERVICES: 54, LEGAL_ACTION: 1 }),
  },
  seen: 0.95,
  seenAfter: bands({ '0 to 3': 32, '4 to 8': 48, '9 to 10': 8, '11 to 20': 12 }),
  reviewed: 0.72,
  /** Working days: ten and twenty are the policy. */
  reviews: [bands({ '7 to 10': 84, '11 to 15': 16 }), bands({ '17 to 20': 84, '21 to 25': 16 })],
  voice: 0.82,
  returned: 0.08,
  safetyPlan: 0.18,
  factors: weights({
    ...{ '3B': 34, '3A': 12, '4B': 30, '4A': 14, '2B': 14, '1B': 13, '17A': 18, '16A': 17, '18C': 12, '14A': 5 },
    ...{ '15A': 4, '5A': 6, '6A': 5, '7A': 4, '10A': 3, '11A': 3, '19C': 4, '24A': 2, '13A': 2, '20': 5 },
  }),
} as const

/** The matters of an assessment: the chance that each is written about. Ours; identity least (needs D). */
export const matters = {
  ...{ childView: 0.9, history: 0.93, partnerInformation: 0.9, risk: 0.95, strengths: 0.84, equalities: 0.66 },
  familyEngagement: 0.87,
} as const

/**
 * Section 47 enquiries. `later` are those of cases not decided as one at first: with those, about a third of referrals
 * (England: 230,590 of 632,830). A conference follows 31 % (England, ratio of totals) to 40 %.
 */
export const enquiries = {
  ...{ later: 0.15, laterAfterPlan: 0.5, conference: 0.32, conferenceAfterPlan: 0.66, discussionOnly: 0.05 },
  outcomes: weights({ NFA_CONTINUE: 42, S17: 40, MONITOR: 5, NFA: 11, S17_SB: 0.5, OTHER: 1.5 }),
  /** Working days from its start. Conferences: 81.4 % in 15 (England). */
  concluded: bands({ '2 to 5': 30, '6 to 10': 48, '11 to 14': 18, '15 to 25': 4 }),
  held: bands({ '7 to 10': 20, '11 to 15': 62, '16 to 20': 12, '21 to 35': 6 }),
  seenHours: bands({ '2 to 12': 42, '12 to 23': 42, '25 to 90': 16 }),
  ...{ safetyPlan: 0.66, voice: 0.72, unexplained: 0.06 },
  /** 61,840 plans of 72,100 conferences (England). */
  conferences: weights({ CP: 87, PROV_OF_SERVICES: 11, SINGLE_ASSESSMENT: 0.6, NFA: 1.4 }),
  by: weights({ SOCIAL_CARE: 58, JOINT: 40, POLICE: 2 }),
} as const

/** Child protection plans. Reviews and visits on time: 90.6 (England), 92 to 100, and 93 to 99 % (table B). */
export const protection = {
  category: weights({ NEG: 49, EMO: 38, PHY: 8, SAB: 5 }),
  /** Days: three months are the limit at first, then six. */
  firstReview: bands({ '70 to 88': 97, '94 to 120': 3 }),
  nextReview: bands({ '140 to 180': 97, '186 to 215': 3 }),
  /** Chance that the first, second ... review ends the plan. Ours, as all that follows. */
  ends: [0.14, 0.46, 0.5, 0.55],
  leavesCare: 0.05,
  moves: 0.03,
  /** Working days from visit to visit: ten is the policy. */
  visits: bands({ '5 to 9': 78, 10: 17, '11 to 17': 5 }),
  then: weights({ need: 56, 'early-help': 14, close: 30 }),
} as const

/** Child in need plans. Ours. Reviews in days (42 is the policy), visits in working days (20). */
export const need = {
  firstReview: bands({ '20 to 40': 84, '44 to 70': 16 }),
  nextReview: bands({ '28 to 41': 86, '44 to 75': 14 }),
  ends: [0.08, 0.2, 0.34, 0.4],
  /** Instead of a review: the family has moved away. */
  moves: 0.012,
  /** At a review it turns out to be worse: a strategy discussion. */
  worse: 0.02,
  worseAfterPlan: 0.08,
  visits: bands({ '10 to 18': 68, '19 to 20': 24, '21 to 32': 8 }),
  then: weights({ 'early-help': 28, close: 72 }),
  fromAssessment: 0.86,
} as const

export const visits = { notSeen: 0.04, alone: 0.68, bedroom: 0.8, twice: 0.004 } as const

/** Early help and the step-down to it. Ours. */
export const earlyHelp = {
  takesUp: 0.8,
  starts: bands({ '2 to 5': 40, '6 to 10': 40, '11 to 25': 20 }),
  lasts: [40, 320] satisfies Range,
  ...{ stepsUp: 0.09, stepsUpAgain: 0.14, met: 0.7, declined: 0.1 },
  /** Working days to an answer: five is the policy. */
  answers: bands({ '0 to 2': 45, '3 to 5': 38, '6 to 10': 12, '11 to 25': 5 }),
} as const

/** News while a case is open, and changes of worker besides those who leave, in days on average. Ours. */
export const underWay = { newsEvery: 260, handoverEvery: 1100 } as const
