import {
  type Instant,
  addDays,
  calendarOn,
  dayOf,
  inWords,
  limitInWords,
  momentInWords,
  momentOf,
} from '@front-door/calendar'
import type { Day, Due } from '@front-door/calendar'
import { type Agreed, type Clock, kindNames } from '@front-door/case-flow'
import { type Tag, dueTag, plural, unitOf } from './due.js'

/** A clock as it is shown: what it times, how it stands, and how its date was reached. */
export interface ClockShown {
  readonly words: string
  /** What it is about: "referral". */
  readonly about: string
  readonly tag: Tag
  readonly due?: string
  readonly stopped?: string
  readonly workings?: Workings
  /** Why nobody can say when it is due. */
  readonly unknown?: string
}

export interface Workings {
  readonly started: string
  readonly limit: string
  /** How many days were counted, from the first to the last. Only of a limit in working days. */
  readonly counted?: { readonly days: string; readonly first: string; readonly last: string }
  readonly notCounted: readonly { readonly days: string; readonly why: string }[]
  readonly calendar: string
}

const ended: Readonly<Record<'met' | 'missed' | 'off' | 'unknown', Tag>> = {
  met: { text: 'In time', colour: 'green' },
  missed: { text: 'Late', colour: 'red' },
  off: { text: 'No longer needed', colour: 'grey' },
  unknown: { text: 'Not known', colour: 'grey' },
}

/** A child's clocks: those that run, what is due first at the top, then those that came to an end. */
export function clocksShown(clocks: readonly Clock[], now: Instant, agreed: Pick<Agreed, 'calendars'>) {
  const shown = (list: readonly Clock[]) => list.map((clock) => clockShown(clock, now, agreed))
  const dueOf = (clock: Clock) => clock.due?.due ?? '9999'
  return {
    running: shown(clocks.filter(isRunning).toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)))),
    ended: shown(clocks.filter((clock) => !isRunning(clock))),
  }
}

function isRunning({ state }: Clock): boolean {
  return state === 'running' || state === 'overdue' || state === 'unknown'
}

export function clockShown(clock: Clock, now: Instant, { calendars }: Pick<Agreed, 'calendars'>): ClockShown {
  const { words, kind, state, due, start, stop, unknown } = clock
  const running = state === 'running' || state === 'overdue'
  const calendar = calendarOn(calendars, dayOf(start))
  return {
    words,
    about: kindNames[kind],
    tag:
      running && due ? dueTag(due.due, momentOf(now), calendar, unitOf(due.limit)) : ended[running ? 'unknown' : state],
    ...(due ? { due: momentInWords(due.due), workings: workingsOf(due) } : {}),
    ...(stop ? { stopped: momentInWords(stop) } : {}),
    ...(unknown ? { unknown } : {}),
  }
}

/** First and last of the days counted, and every day that was not, with why: 45 days told one by one help nobody. */
function workingsOf({ start, limit, calendar, counted, notCounted }: Due): Workings {
  const [first, last] = [counted[0], counted.at(-1)]
  return {
    started: momentInWords(start),
    limit: limitInWords(limit),
    ...(first && last
      ? { counted: { days: plural(counted.length, 'working day'), first: inWords(first), last: inWords(last) } }
      : {}),
    notCounted: weekendsTogether(notCounted),
    calendar,
  }
}

function weekendsTogether(days: Due['notCounted']): Workings['notCounted'] {
  return days.flatMap(({ day, why }, index) => {
    const isSecondHalf = why === 'Sunday' && isWeekendOf(days[index - 1], day)
    if (isSecondHalf) return []
    const next = days[index + 1]
    const weekend = why === 'Saturday' && next !== undefined && next.day === addDays(day, 1) && next.why === 'Sunday'
    return weekend
      ? [{ days: `${inWords(day)} and ${inWords(next.day)}`, why: 'Weekend' }]
      : [{ days: inWords(day), why }]
  })
}

function isWeekendOf(before: Due['notCounted'][number] | undefined, sunday: Day): boolean {
  return before !== undefined && before.why === 'Saturday' && addDays(before.day, 1) === sunday
}
