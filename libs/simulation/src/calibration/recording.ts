import type { Range, Weighted } from '../chance/chance.js'
import { bands, weights } from '../chance/weights.js'

/** Management oversight: the chance that it is recorded. Ours; inconsistently (needs D). */
export const oversight = {
  ...{ contact: 0.12, referral: 0.4, assessment: 0.55, enquiry: 0.7, stepDown: 0.6, closing: 0.5 },
  view: weights({ AGREE: 72, AGREE_WITH_ACTIONS: 25, DISAGREE: 3 }),
} as const

export type Entry = 'at-once' | 'prompt' | 'filed' | 'field'

/**
 * Hours until it is written down. Ours: most within the day, a tail of weeks, some after the month ends (needs N19).
 * What others wait for is `prompt`; what closes something is `filed`; what is done away from the desk is `field`.
 */
export const entries: Readonly<Record<Entry, Weighted<Range>>> = {
  'at-once': bands({ '0.04 to 0.3': 1 }),
  prompt: bands({ '0.04 to 0.7': 94.2, '1 to 6': 4.5, '20 to 50': 1.1, '72 to 150': 0.2 }),
  filed: bands({ '0.04 to 0.7': 86, '1 to 6': 5, '20 to 50': 5, '72 to 240': 3, '240 to 700': 1 }),
  field: bands({ '0.3 to 8': 70, '18 to 50': 18, '72 to 240': 9.5, '240 to 960': 2.5 }),
}

/** The chance that only the day is known. */
export const onlyTheDay: Readonly<Record<Entry, number>> = { 'at-once': 0, prompt: 0.03, filed: 0.05, field: 0.2 }

/** Mistakes put right later, limits tried, and reasons copied (needs D: cut and pasted). Ours. */
export const mistakes = {
  ...{ corrected: 0.045, provoked: 0.012, redUnseen: 0.2, explained: 0.55, pasted: 0.05, forAllSiblings: 0.35 },
  afterDays: bands({ '0.1 to 2': 40, '2 to 14': 35, '14 to 60': 25 }),
} as const
