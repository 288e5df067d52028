import type { Range } from '../chance/chance.js'
import { bands, weights } from '../chance/weights.js'

/**
 * Who works there, for each thousand children who come to notice in a year. Ours; social workers so that they hold
 * about 16 cases each (England: 15.2).
 */
export const staffing = {
  screening: { role: 'screening-social-worker', perThousand: 2.4 },
  businessSupport: { role: 'business-support', perThousand: 1.6 },
  assessment: { role: 'social-worker', perThousand: 6 },
  safeguarding: { role: 'social-worker', perThousand: 8 },
  earlyHelp: { role: 'early-help-co-ordinator', perThousand: 2 },
  workersToAManager: 7,
  /** A team of a locality's own for each so many. */
  knownToATeam: 900,
} as const

/** Families. Ours. Ages are of the eldest when the family comes to notice; -1 is not yet born. */
export const families = {
  sizes: bands({ 1: 48, 2: 30, 3: 15, 4: 7 }),
  eldest: bands({ '-1': 3, 0: 6, '1 to 4': 26, '5 to 10': 36, '11 to 13': 15, '14 to 16': 14 }),
  yearsBetween: [1, 4] satisfies Range,
  twins: 0.03,
  unbornToo: 0.03,
  dies: 0.0015,
  duplicate: 0.012,
  ethnicity: weights({
    ...{ WBRI: 66, WOTH: 6, WIRI: 0.5, WROM: 0.7, MWBC: 3.5, MWBA: 1.5, MWAS: 2, MOTH: 2.5, AIND: 1.5, APKN: 4 },
    ...{ ABAN: 1.5, AOTH: 2, BCRB: 1.5, BAFR: 4, BOTH: 1, CHNE: 0.3, OOTH: 2 },
  }),
  disability: weights({ NONE: 87, AUT: 4, LD: 3, BEH: 2, COMM: 1.5, MOB: 1, HEAR: 0.5, VIS: 0.5, DDA: 0.5 }),
} as const

/** What is known when a child is first registered, and learned later. Ours; missing data (KPI 36) come from here. */
export const known = {
  ...{ name: 0.95, birthDate: 0.92, sex: 0.96, ethnicity: 0.55, disabilities: 0.5, upn: 0.4, nhsNumber: 0.25 },
  ...{ address: 0.9, learned: 0.8, moves: 0.04 },
} as const

/** When families come to notice. Ours: schools tell of little in August, and nobody of much at Christmas. */
export const arrivals = {
  /** Against an even month, January first. */
  months: [1.02, 0.97, 1.1, 0.95, 1.06, 1.1, 1.04, 0.74, 1, 1.08, 1.1, 0.84],
  /** A Saturday or Sunday against a weekday, and the share of weekday contacts that come when offices are closed. */
  weekend: 0.18,
  evening: 0.055,
  /** A year's growth or decline lies in here. */
  trend: [-0.04, 0.05] satisfies Range,
  /** A council knew families before; here each has its first contact. So more come early on, or volumes would climb. */
  early: { extra: 1.1, days: 260 },
  how: weights({ contact: 86, referral: 8, consultation: 5.4, 'moved-in': 0.6 }),
} as const

/** What comes back, and after how many days on average. Ours: re-referrals of 17.2 (table B) to 22.6 % (England). */
export const returns = {
  contact: { chance: 0.42, days: 190 },
  referral: { chance: 0.7, days: 120 },
  assessment: { chance: 0.68, days: 120 },
  case: { chance: 0.6, days: 170 },
  protection: { chance: 0.9, days: 110 },
  stepDown: { chance: 0.13, days: 140 },
  earlyHelp: { chance: 0.3, days: 220 },
} as const

/** What brought a strand of the story to an end, for now. */
export type Ending = keyof typeof returns

/** Population 0 to 17 to each child who comes to notice in a year, so that referrals are 519 per 10,000 (England). */
export const volumes = { populationToKnownInAYear: 9.8 } as const
