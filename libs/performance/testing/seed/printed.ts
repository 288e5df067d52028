/** One column of the year table that a self-evaluation prints (needs of performance teams, section B). */
export interface Printed {
  /** Per cent, to one decimal. */
  readonly reReferrals: number
  readonly endedWithoutAction: number
  readonly within45: number
  readonly within20: number
  readonly reviewsOnTime: number
  readonly visitsOnTime: number
  /** Children. */
  readonly helped: number
  readonly helpStarted: number
}

/** 1 April 2017 to 31 March 2018. */
export const printed2018: Printed = {
  reReferrals: 17.2,
  endedWithoutAction: 33.8,
  within45: 99.4,
  within20: 37.2,
  reviewsOnTime: 100,
  visitsOnTime: 99.1,
  helped: 4409,
  helpStarted: 1650,
}

/** Children of whom a per cent to one decimal is a whole number. */
export const OF = 1_000
export const share = (perCent: number, of = OF): number => Math.round((perCent * of) / 100)
