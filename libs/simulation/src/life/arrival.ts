import { arrivals } from '../calibration.js'
import type { Family } from '../family/family.js'
import { DAY, HOUR } from '../time/working-time.js'

/** When on that day, or one soon after, somebody gets in touch: mostly in office hours, some in the evening or at a weekend. */
export function arrival({ chance, hours }: Pick<Family, 'chance' | 'hours'>, at: number): number {
  const day = hours.midnight(hours.dayOf(at))
  const open = hours.isWorkingDay(at)
  if (!open && !chance.is(arrivals.weekend))
    return hours.whenOpen(day + 18 * HOUR, chance) + chance.between([0, 7 * HOUR])
  if (open && !chance.is(arrivals.evening)) return hours.onDay(hours.dayOf(at), chance)
  return day + chance.between(open ? [17.5 * HOUR, DAY - HOUR / 2] : [0, DAY - HOUR / 2])
}
