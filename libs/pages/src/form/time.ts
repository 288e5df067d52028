import type { Moment } from '@front-door/calendar'

const TIME = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(?:([ap])\.?m\.?)?$/i
const named: Readonly<Record<string, string>> = { midday: '12:00', noon: '12:00', midnight: '00:00' }

/**
 * A time of day as people type it (9:32am, 9.32 am, 14:05, 0932, noon), as `09:32`. A bare 9 may be either half of
 * the day, so it is none.
 */
export function readTime(text: string): string | undefined {
  const match = TIME.exec(text)
  if (!match) return named[text.toLowerCase()]
  const [, hours = '', minutes, half] = match
  if (!minutes && !half) return undefined
  const hour = half ? inHalf(Number(hours), half) : Number(hours)
  if (hour === undefined || hour > 23 || Number(minutes ?? 0) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}

function inHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/** The time of a moment that has one: `9:32am`. */
export function clockTime(moment: Moment): string {
  const hour = Number(moment.slice(11, 13))
  return `${hour % 12 || 12}:${moment.slice(14, 16)}${hour < 12 ? 'am' : 'pm'}`
}
