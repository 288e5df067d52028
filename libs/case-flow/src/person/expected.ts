import { type Day, addMonths, inWords } from '@front-door/calendar'
import type { Refusal } from '../act/index.js'

/** From how many months before the day on which it is recorded, to how many after it, a birth may be expected. */
const BEFORE = 2
const AFTER = 10

export const expectedSoon = {
  rule: 'expected-soon',
  says: `A birth is expected at most ${AFTER} months after and ${BEFORE} months before the day on which that is recorded.`,
} as const

const span = (recorded: Day) => [addMonths(recorded, -BEFORE), addMonths(recorded, AFTER)] as const

export function isExpectedSoon(expected: Day, recorded: Day): boolean {
  const [first, last] = span(recorded)
  return expected >= first && expected <= last
}

/** Why a day cannot be recorded as the expected date of birth, if it cannot. */
export function expectedProblem(expected: Day, recorded: Day, field: string): Refusal | undefined {
  if (isExpectedSoon(expected, recorded)) return undefined
  const [first, last] = span(recorded)
  const message = `Enter an expected date of birth from ${inWords(first)} to ${inWords(last)}: at most ${BEFORE} months ago and ${AFTER} months ahead.`
  return { rule: expectedSoon.rule, message, field }
}
