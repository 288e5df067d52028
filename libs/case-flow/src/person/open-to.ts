import { type Instant, isBefore, momentOf } from '@front-door/calendar'
import type { EmergencyOpening, Person } from '../child/index.js'

/**
 * The ids of the workers to whom a restricted record opens at an instant: those it names, and whoever opened it in an
 * emergency that is not over. `undefined` where it is not restricted.
 */
export function openTo(
  { restrictedTo, emergencyOpenings }: Pick<Person, 'restrictedTo' | 'emergencyOpenings'>,
  now: Instant,
): readonly string[] | undefined {
  if (!restrictedTo) return undefined
  const opened = emergencyOpenings.filter((opening) => !isOver(opening, now))
  return [...restrictedTo, ...opened.map(({ worker }) => worker)]
}

/** Whether an opening in an emergency has run out, or was ended. */
export function isOver({ until }: EmergencyOpening, now: Instant): boolean {
  return !isBefore(momentOf(now), until)
}
