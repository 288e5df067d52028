import { addDays, isDay, millisOf, readMoment } from '@front-door/calendar'
import { Problem } from '@front-door/door'

/** The instant up to which the record is read: the end of a day in London, or a time. `undefined` is now. */
export function instantOf(asKnownAt: string | undefined): string | undefined {
  if (asKnownAt === undefined) return undefined
  const moment = readMoment(asKnownAt)
  if (!moment) {
    const message = 'Enter a day, like 2026-03-03 (to its end), or a day and time.'
    throw new Problem('invalid', message, [{ field: 'asKnownAt', rule: 'moment', message }])
  }
  const millis = isDay(moment) ? millisOf(addDays(moment, 1)) - 1 : millisOf(moment)
  return new Date(millis).toISOString()
}
