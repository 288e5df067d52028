const LONGEST = 60_000

/**
 * A second after the first failure, then twice as long each time, up to a minute: what has gone wrong may last for
 * days.
 */
export const patiently = (failed: number): number => Math.min(LONGEST, 1_000 * 2 ** (failed - 1))

/** Whether a failure is told of: the first in a row, then ever fewer of them (the second, the fourth, the eighth). */
export const isTold = (failed: number): boolean => Number.isInteger(Math.log2(failed))
