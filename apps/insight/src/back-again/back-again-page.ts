import { inWords } from '@front-door/calendar'
import { codes } from '@front-door/case-flow'
import { workerNames } from '@front-door/door'
import { seenInList } from '@front-door/identity'
import { codeLabel, errorSummary, pagesFor, plural } from '@front-door/pages'
import { type ReStep, periodInWords, waysOut } from '@front-door/performance'
import { aboutRow } from '@front-door/read-models'
import type { Wanted } from '../asking/wanted.js'
import { pagesOfFigures } from '../places.js'
import { filesAt } from '../tables/hand-out.js'
import { type Looking, whyLeft } from './why-left.js'

const PATH = '/performance/back-again'
const choices = [30, 90, 183, 365] as const

export const withinDays = (asked: unknown): number => choices.find((days) => String(days) === asked) ?? 90

interface Showing {
  readonly within: number
  readonly after: string | undefined
}

export async function backAgainPage(
  { rows, next }: { readonly rows: readonly ReStep[]; readonly next?: string },
  { asked, questions, more, problems, query }: Wanted,
  { within, after }: Showing,
  looking: Looking,
) {
  const at = (change: Record<string, string>) =>
    `${PATH}?${new URLSearchParams({ ...query, within: String(within), ...change })}`
  const named = workerNames(looking.parts)
  return {
    ...{ title: 'Back again', wide: true, pages: pagesOfFigures(PATH), path: PATH, questions, more },
    ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
    about: `Children who came back in the period ${periodInWords(asked)}, within ${within} days of leaving.`,
    choices: choices.map((days) => ({
      text: `${days} days`,
      href: at({ within: String(days) }),
      current: days === within,
    })),
    files: filesAt(PATH, { ...query, within: String(within) }),
    rows: await Promise.all(
      seenInList(looking.worker, rows, aboutRow).map(async (row) =>
        'restricted' in row ? row : { ...rowOf(row, named), why: await whyLeft(row, looking) },
      ),
    ),
    ways: pagesFor(after, next, (place) => at(place ? { after: place } : {})),
    results: rows.length,
  }
}

function rowOf(row: ReStep, named: (id: string) => string) {
  const { child, way, left, back, days, decisions } = row
  const trail = (event: string) => `/children/${child}#event-${event}`
  return {
    child: { text: child, href: `/children/${child}` },
    left: `${waysOut[way]}, ${inWords(left)}`,
    back: `${inWords(back.received)}, from ${codeLabel(codes.contactSource, back.source)}`,
    days: plural(days, 'day'),
    decisions: decisions.map(({ event, worker, day }) => ({
      text: `${named(worker)}, ${inWords(day)}`,
      href: trail(event),
    })),
    earlyHelp: earlyHelpInWords(row, named),
  }
}

/** What early help answered, and what it did then. */
export function earlyHelpInWords(
  { stepDowns, earlyHelp }: Pick<ReStep, 'stepDowns' | 'earlyHelp'>,
  named: (id: string) => string,
): readonly string[] {
  return [
    ...stepDowns.map(({ stage, answered, answeredBy }) =>
      answered
        ? `Step-down ${stage}${answeredBy ? ` by ${named(answeredBy)}` : ''}, ${inWords(answered)}`
        : `Step-down ${stage}, no answer yet`,
    ),
    ...earlyHelp.map(
      ({ started, ended }) => `Early help from ${inWords(started)}${ended ? ` to ${inWords(ended)}` : ''}`,
    ),
  ]
}
