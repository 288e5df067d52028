import { dayOf, englandAndWales2028, workingDaysBetween } from '@front-door/calendar'

/** Numerator and denominator; of a count the denominator is null. */
export type Naive = readonly [numerator: number, denominator: number | null]

/** Of a period of which the record tells nothing there is neither. */
export const untold = [null, null] as const

export type Within = (moment: string | undefined) => boolean

export const working = (start: string, end: string) => workingDaysBetween(dayOf(start), dayOf(end), englandAndWales2028)
export const share = <T>(all: readonly T[], holds: (one: T) => boolean): Naive => [all.filter(holds).length, all.length]
export const count = (all: readonly unknown[]): Naive => [all.length, null]
